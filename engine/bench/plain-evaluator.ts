/**
 * What may pass between two interfaces, asked rule by rule: the plain way to the same answer, to measure against and to check
 * by. Groups on both ends, ACLs where the subnets differ, and for TCP the reply to ports 1024 to 65535.
 */
import { AXIS, type PlainInterface, type PlainLine, type PlainRule, type Stretch } from "./plain-network";

/** `some`: stretches that pass for some source port of the client; `isSure`: TCP among it passes for all of them. */
export type PlainTraffic = Readonly<{ some: readonly Stretch[]; isTcpSure: boolean }>;

const EPHEMERAL: readonly Stretch[] = [{ first: AXIS.tcp + 1024, end: AXIS.udp }];

/** Does anything pass? Stops at the first pair of rules that lets something through. */
export function isOpen(from: PlainInterface, to: PlainInterface): boolean {
  const outbound = matching(from.rules.egress, to);
  if (outbound.length === 0) return false;
  const inbound = matching(to.rules.ingress, from);
  for (const out of outbound) {
    for (const into of inbound) {
      const first = Math.max(out.first, into.first);
      const end = Math.min(out.end, into.end);
      if (first < end && passesAcls(from, to, { first, end })) return true;
    }
  }
  return false;
}

function passesAcls(from: PlainInterface, to: PlainInterface, traffic: Stretch): boolean {
  if (from.subnet === to.subnet) return true;
  const passing = crossing(from, to, [traffic]);
  if (passing.some((stretch) => stretch.first >= AXIS.udp)) return true;
  return passing.length > 0 && crossing(to, from, EPHEMERAL).length > 0;
}

/** Everything that passes. */
export function openTraffic(from: PlainInterface, to: PlainInterface): PlainTraffic {
  const outbound = joined(matching(from.rules.egress, to));
  const inbound = joined(matching(to.rules.ingress, from));
  const permitted = common(outbound, inbound);
  if (from.subnet === to.subnet) return { some: permitted, isTcpSure: true };
  const passing = joined(crossing(from, to, permitted));
  const replies = joined(crossing(to, from, EPHEMERAL));
  const isTcpSure = replies.length === 1 && replies[0]?.first === 1024 && replies[0].end === AXIS.udp;
  const notTcp = { first: AXIS.udp, end: AXIS.end };
  return { some: replies.length > 0 ? passing : common(passing, [notTcp]), isTcpSure };
}

/** What the rules that match the other end are for. */
function matching(rules: readonly PlainRule[], peer: PlainInterface): readonly Stretch[] {
  const found: Stretch[] = [];
  for (const rule of rules) {
    const matches =
      rule.group >= 0
        ? peer.groups.includes(rule.group)
        : rule.low <= peer.address && peer.address <= rule.high;
    if (matches) found.push(rule);
  }
  return found;
}

/** Out of one subnet and into another. */
const crossing = (
  from: PlainInterface,
  to: PlainInterface,
  traffic: readonly Stretch[],
): readonly Stretch[] =>
  decided(to.lines.ingress, from.address, decided(from.lines.egress, to.address, traffic));

/** The first line that matches decides; what no line matches is denied. */
function decided(lines: readonly PlainLine[], peer: number, traffic: readonly Stretch[]): readonly Stretch[] {
  const allowed: Stretch[] = [];
  let left = traffic;
  for (const line of lines) {
    if (left.length === 0) return allowed;
    if (peer < line.low || line.high < peer) continue;
    if (line.isAllow) allowed.push(...common(left, [line.traffic]));
    left = without(left, line.traffic);
  }
  return allowed;
}

const without = (stretches: readonly Stretch[], { first, end }: Stretch): readonly Stretch[] =>
  stretches.flatMap((own) =>
    own.end <= first || end <= own.first
      ? [own]
      : [
          ...(own.first < first ? [{ first: own.first, end: first }] : []),
          ...(end < own.end ? [{ first: end, end: own.end }] : []),
        ],
  );

const common = (ones: readonly Stretch[], others: readonly Stretch[]): readonly Stretch[] =>
  ones.flatMap((one) =>
    others.flatMap((other) => {
      const [first, end] = [Math.max(one.first, other.first), Math.min(one.end, other.end)];
      return first < end ? [{ first, end }] : [];
    }),
  );

/** In order, without overlaps and without borders between what touches. */
export function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const result: Stretch[] = [];
  for (const { first, end } of stretches.toSorted((a, b) => a.first - b.first)) {
    const before = result.at(-1);
    if (before === undefined || before.end < first) result.push({ first, end });
    else if (before.end < end) result[result.length - 1] = { first: before.first, end };
  }
  return result;
}
