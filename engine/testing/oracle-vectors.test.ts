import { expect, test } from "vitest";
import { recordOf } from "../model/network";
import { judge } from "./oracle";
import { type PlainAddress, plainAddress } from "./oracle-address";
import { amountBetween, borderAddresses, type PlainEnd, type Probe, sidesOf } from "./oracle-ends";
import { holderOf } from "./oracle-places";
import type { PortSpan } from "./oracle-reply";
import { changed, QUESTION_VECTORS } from "./vectors";

/** The evaluator does not follow a connection through a network load balancer to its targets. */
const NOT_FOLLOWED = ["V63"];

const NUMBERS: Readonly<Record<string, number>> = { tcp: 6, udp: 17, icmp: 1, icmpv6: 58 };

/** The ports that each kind of client sends from, as the VPC user guide lists them. */
const CLIENTS: Readonly<Record<string, PortSpan>> = {
  linux: { from: 32_768, to: 61_000 },
  windows: { from: 49_152, to: 65_535 },
  windows2003: { from: 1025, to: 5000 },
};

const clientOf = (client: string | undefined): Pick<Probe, "sourcePort" | "clientPorts"> => {
  if (client === undefined) return {};
  const clientPorts = CLIENTS[client];
  return clientPorts === undefined ? { sourcePort: Number(client) } : { clientPorts };
};

const probeOf = (protocol: string, detail: string | undefined, client: string | undefined): Probe => {
  const number = NUMBERS[protocol] ?? Number(protocol);
  if (detail === undefined) return { protocol: number };
  const [first = 0, second = 0] = detail.split("/").map(Number);
  if (detail.includes("/")) return { protocol: number, icmpType: first, icmpCode: second };
  return { protocol: number, port: first, ...clientOf(client) };
};

type Step = (typeof QUESTION_VECTORS)[number]["steps"][number];

/** Every question with its network as the steps so far have made it. */
const questions = QUESTION_VECTORS.filter(({ id }) => !NOT_FOLLOWED.includes(id)).flatMap(({ id, steps }) => {
  let network = changed();
  return steps.flatMap((step: Step) => {
    network = changed(step.change, network);
    return step.questions.map((question) => ({ id, network, ...question }));
  });
});

type Asked = (typeof questions)[number];

const endOf = (network: Asked["network"], text: string): PlainEnd | PlainAddress => {
  const wearer = recordOf(network.networkInterfaces, text);
  return wearer === undefined ? plainAddress(text) : { kind: "interface", wearer };
};

/** The addresses that an end has towards the other: an interface's own ones towards one of ours, else its public ones. */
const addressesOf = (
  network: Asked["network"],
  [end, peer]: readonly [PlainEnd | PlainAddress, PlainEnd | PlainAddress],
  isSource: boolean,
): readonly PlainAddress[] => {
  if ("value" in end) return [end];
  const isInside = "kind" in peer || holderOf(network, peer) !== null;
  const other: PlainEnd = isInside ? end : { kind: "internet" };
  const sides = sidesOf(network, isSource ? end : other, isSource ? other : end, borderAddresses(network));
  const own = isSource ? sides.from : sides.to;
  return "value" in peer ? own.filter(({ family }) => family === peer.family) : own;
};

const verdictOf = ({ network, ask }: Asked): string => {
  const [from = "", , to = "", protocol = "", detail, , client] = ask.split(" ");
  const [source, destination] = [endOf(network, from), endOf(network, to)];
  const sides = {
    from: addressesOf(network, [source, destination], true),
    to: addressesOf(network, [destination, source], false),
    outside: { from: false, to: false },
  };
  const probe = probeOf(protocol, detail, client);
  const [one] = sides.from;
  const [other] = sides.to;
  if (sides.from.length === 1 && sides.to.length === 1 && one !== undefined && other !== undefined)
    return judge(network, { source: one, destination: other, ...probe }).verdict;
  return { none: "blocked", some: "partial", whole: "allowed" }[amountBetween(network, sides, probe)];
};

test.each(questions)("$id by hand: $ask is $answer", (asked) => {
  expect(verdictOf(asked)).toBe(asked.answer.split(/[ ,:]/)[0]);
});
