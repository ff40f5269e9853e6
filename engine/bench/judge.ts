import type { TrafficItem } from "../analysis/answer";
import type { Network } from "../model/network";
import {
  and,
  type Formula,
  isPort,
  isProtocol,
  not,
  OPEN,
  or,
  type Pair,
  replyDefinition,
  requestDefinition,
} from "./formula";
import type { Solver } from "./solver";

/** Is there any packet that passes? */
export const hasOpenPacket = (solver: Solver, network: Network, pair: Pair): Promise<boolean> =>
  solver.isPossible(`${replyDefinition(network, pair)}${requestDefinition(network, pair)} (assert ${OPEN})`);

/** What the engine's items hold. */
const claim = (items: readonly TrafficItem[]): Formula =>
  or(
    ...items.map(({ protocol, ranges }) => {
      if (protocol === "all") return "true";
      if (ranges.length === 0) return isProtocol(protocol);
      return and(isProtocol(protocol), or(...ranges.map(({ from, to }) => isPort(from, to))));
    }),
  );

const TCP = isProtocol("tcp");

/** A packet about which the items are wrong. IPv4 carries no ICMPv6, whatever "all traffic" says. */
const FAULT: Formula = and(
  not(isProtocol("icmpv6")),
  or(
    and("some", not("request")),
    and(OPEN, not("some")),
    and("whole", TCP, "(lost client)"),
    and("some", not("whole"), not(TCP)),
  ),
);

const carriesTcp = ({ protocol }: TrafficItem): boolean => protocol === "tcp" || protocol === "all";

/**
 * Is there a packet about which the engine's items are wrong? Null if there is none, else what is wrong. TCP needs some reply
 * that gets back; an item may be partial only where it is TCP and other replies do not.
 */
export async function judge(
  solver: Solver,
  network: Network,
  pair: Pair,
  items: readonly TrafficItem[],
): Promise<string | null> {
  const tcp = items.filter(carriesTcp);
  const replies = and(
    tcp.length > 0 ? "(reply client)" : "true",
    tcp.some((item) => item.partial) ? "(lost otherClient)" : "true",
  );
  const reply = replyDefinition(network, pair);
  const isFaulty = await solver.isPossible(`${reply}${requestDefinition(network, pair)}
    (define-fun some () Bool ${claim(items)})
    (define-fun whole () Bool ${claim(items.filter((item) => !item.partial))})
    (assert ${FAULT})`);
  if (isFaulty) return "there is a packet about which the items are wrong";
  const isAsTold = await solver.isPossible(`${reply} (assert ${replies})`);
  return isAsTold ? null : "replies fare otherwise than told";
}
