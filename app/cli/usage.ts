export const USAGE = `Pathlight: which paths does a network allow?

  pathlight paths FILE... [--json] [--no-interfaces]
      All allowed paths: tiers, pairs of tiers, pairs of interfaces with the rules that permit them.

  pathlight test FILE... --from A --to B --protocol P [--port N] [--source-port N | --client KIND]
                 [--icmp-type N] [--icmp-code N] [--json]
      Tests one packet: every hop, every blocker.

  pathlight test FILE... --batch QUESTIONS.jsonl
      Answers one JSON question a line, in order:
      {"id": ..., "from": "...", "to": "...", "protocol": "tcp", "port": 80}
      Further fields: "sourcePort", "client", "icmpType", "icmpCode".

FILE is a *.pathlight.json file, or JSON that "aws ec2 describe-..." printed: one file, several, or a folder of them.
What an import merged, left out or took for granted is told on standard error. "-" reads standard input.
A and B are internet, an id, an address or CIDR, or the name of a range, group, instance or resource.
group:NAME, instance:NAME, range:NAME and VPC/NAME force one of these.
P is a name (tcp, udp, icmp, icmpv6, gre, ...) or a number; TCP and UDP need a port.
ICMP without a type means an echo request.
KIND of client is linux, windows or windows2003: replies go to the ports that such clients use, else to 1024-65535.

Exit status: 0 when every question was answered, whatever the verdict; 2 for bad input.
`;
