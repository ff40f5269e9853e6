/** The steps of a way, asked about one packet. */

import type { PortRange } from "../model/security-group";
import { type AddressSet, intersectAddresses, NO_ADDRESSES } from "../net/address-set";
import { type Address, formatAddress } from "../net/cidr";
import { ICMP, ICMPV6, TCP, UDP } from "../net/traffic-axis";
import type { ExplanationCode } from "./answer";
import { checkGroups, type GroupCheck } from "./explain-groups";
import { type NetworkIndex, rulesOn, single } from "./explain-index";
import { type AclVerdict, aclVerdict } from "./explain-network-acl";
import { intersectPorts, type Sent, subtractPorts } from "./explain-sent";
import { isSameAddress } from "./explain-way-ends";
import type { Packet } from "./question";
import type { Restriction, Step } from "./way";

type StepOf<Kind extends Step["kind"]> = Extract<Step, { kind: Kind }>;

/** A step with what it says of the packet: does it let all of it through, some of it or nothing? */
export type JudgedStep =
  | Readonly<{ kind: "networkAcl"; step: StepOf<"networkAcl">; admits: Amount; verdict: AclVerdict | null }>
  | JudgedGroups
  | Readonly<{ kind: "route"; step: StepOf<"route">; admits: "all" }>
  | Readonly<{ kind: "pass"; step: StepOf<"pass">; admits: Amount; code: ExplanationCode | null }>
  | Readonly<{ kind: "stop"; step: StepOf<"stop">; admits: "none" }>;

/** `ports` are those for which any of the far end is admitted; `check` is of the first that is not admitted, if there is one. */
type JudgedGroups = Readonly<{
  kind: "groups";
  step: StepOf<"groups">;
  admits: Amount;
  ports: readonly PortRange[];
  check: GroupCheck;
}>;

export type Amount = "all" | "some" | "none";

/** Steps judged one by one, and what comes through all of them: of the addresses at the far end, and of the ports. */
export type JudgedSteps = Readonly<{
  steps: readonly JudgedStep[];
  addresses: AddressSet;
  ports: readonly PortRange[];
}>;

/**
 * For whom steps are judged. An address on the way that is `stand` stands for `addresses`, called `far`, of which `at` is one:
 * network ACLs treat all of them alike.
 */
export type Audience = Readonly<{
  index: NetworkIndex;
  sent: Sent;
  addresses: AddressSet;
  at: Address | null;
  stand: Address | null;
  far: string;
}>;

export const judgeSteps = (audience: Audience, steps: readonly Step[]): JudgedSteps => {
  let { addresses } = audience;
  let { ports } = audience.sent;
  const judged = steps.map((step) => judgeStep(audience, step));
  for (const each of judged) {
    if (each.kind === "networkAcl" && each.verdict !== null)
      ports = intersectPorts(ports, each.verdict.allowed);
    else if (each.kind === "groups") {
      addresses = admittedOf(audience, addresses, each);
      ports = intersectPorts(ports, each.ports);
    } else if (each.admits === "none") addresses = NO_ADDRESSES;
  }
  return { steps: judged, addresses, ports };
};

/** Groups on the way may admit some of the far end's addresses; of any other peer they admit all or nothing. */
const admittedOf = (
  audience: Audience,
  addresses: AddressSet,
  { step, admits, check }: JudgedGroups,
): AddressSet => {
  if (isStand(audience, step.peer)) return intersectAddresses(addresses, check.admitted);
  return admits === "none" ? NO_ADDRESSES : addresses;
};

export const isStand = ({ stand }: Pick<Audience, "stand">, address: Address): boolean =>
  stand !== null && isSameAddress(stand, address);

const judgeStep = (audience: Audience, step: Step): JudgedStep => {
  switch (step.kind) {
    case "networkAcl":
      return judgeAcl(audience, step);
    case "groups":
      return judgeGroups(audience, step);
    case "route":
      return { kind: "route", step, admits: "all" };
    case "pass":
      return judgePass(audience.sent.packet, step);
    case "stop":
      return { kind: "stop", step, admits: "none" };
  }
};

const judgeAcl = (audience: Audience, step: StepOf<"networkAcl">): JudgedStep => {
  const { networkAcl, direction, peer } = step;
  if (networkAcl === null) return { kind: "networkAcl", step, admits: "all", verdict: null };
  const far = isStand(audience, peer) ? audience.at : null;
  const verdict = aclVerdict(networkAcl, direction, far ?? peer, audience.sent);
  const some = verdict.allowed.length > 0 ? "some" : "none";
  return { kind: "networkAcl", step, admits: verdict.denied.length === 0 ? "all" : some, verdict };
};

/** A reply may go to many ports, which an appliance's rules may tell apart if the request did not come through it. */
const judgeGroups = (audience: Audience, step: StepOf<"groups">): JudgedGroups => {
  const { packet, ports } = audience.sent;
  if (packet.port !== undefined || (packet.protocol !== TCP && packet.protocol !== UDP)) {
    const check = checkStep(audience, step, packet);
    return { kind: "groups", step, admits: check.admits, ports, check };
  }
  const checks = cutByRules(audience.index, step, ports).map((range) => ({
    range,
    check: checkStep(audience, step, { ...packet, port: range.from }),
  }));
  const open = checks.filter(({ check }) => check.admits !== "none");
  const shut = checks.find(({ check }) => check.admits !== "all");
  const { check } = shut ?? checks[0] ?? { check: checkStep(audience, step, packet) };
  const some = open.length > 0 ? "some" : "none";
  const admits = shut === undefined ? "all" : some;
  return { kind: "groups", step, admits, ports: open.map(({ range }) => range), check };
};

/** Ports in pieces that no rule of the interface tells apart. */
const cutByRules = (
  index: NetworkIndex,
  { networkInterface, direction }: StepOf<"groups">,
  ports: readonly PortRange[],
): readonly PortRange[] => {
  const told = rulesOn(index, networkInterface, direction).flatMap(({ rule: { traffic } }) =>
    "ports" in traffic ? [traffic.ports] : [],
  );
  return told.reduce<readonly PortRange[]>(
    (pieces, range) =>
      pieces.flatMap((piece) => [...intersectPorts([piece], [range]), ...subtractPorts([piece], range)]),
    ports,
  );
};

/** An appliance's groups know nobody by their groups: the way hides who sends. */
const checkStep = (audience: Audience, step: StepOf<"groups">, packet: Packet): GroupCheck => {
  const isFar = isStand(audience, step.peer);
  return checkGroups(audience.index, packet, step.direction, step.networkInterface, {
    text: isFar ? audience.far : formatAddress(step.peer),
    family: step.peer.family,
    addresses: isFar ? audience.addresses : single(step.peer),
    groupIds: [],
    lost: "hidden",
  });
};

const judgePass = (packet: Packet, step: StepOf<"pass">): JudgedStep => {
  const code = step.restriction === null ? null : REFUSES[step.restriction](packet);
  return { kind: "pass", step, admits: code === null ? "all" : "none", code };
};

const SMTP = 25;

const REFUSES: Readonly<Record<Restriction, (packet: Packet) => ExplanationCode | null>> = {
  notTcp25: ({ protocol, port }) => (protocol === TCP && port === SMTP ? "PORT_25_RESTRICTION" : null),
  tcpUdpIcmp: ({ protocol }) => ([TCP, UDP, ICMP].includes(protocol) ? null : "PROTOCOL_RESTRICTION"),
  tcpOrIcmpEcho: ({ protocol, icmpType, icmpCode }) => {
    const isRequest = (protocol === ICMP && icmpType === 8) || (protocol === ICMPV6 && icmpType === 128);
    const isEcho = isRequest && icmpCode === 0;
    return protocol === TCP || isEcho ? null : "VPCE_GATEWAY_PROTOCOL_RESTRICTION";
  },
};
