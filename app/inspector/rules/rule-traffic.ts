import { type SecurityGroupRule, type Traffic, type TrafficItem, trafficLabel } from "../../../engine";

/** A rule's traffic in the shape in which answers speak of traffic, so that both are worded alike. */
export const trafficItem = (traffic: Traffic): TrafficItem => {
  if ("ports" in traffic) return { protocol: traffic.ipProtocol, ranges: [traffic.ports], partial: false };
  if ("icmpType" in traffic)
    return {
      protocol: traffic.ipProtocol,
      ranges: icmpRanges(traffic.icmpType, traffic.icmpCode),
      partial: false,
    };
  return { protocol: traffic.ipProtocol, ranges: [], partial: false };
};

const icmpRanges = (icmpType: number | "all", icmpCode: number | "all"): TrafficItem["ranges"] => {
  if (icmpType === "all") return [];
  const first = icmpType * 256;
  return icmpCode === "all"
    ? [{ from: first, to: first + 255 }]
    : [{ from: first + icmpCode, to: first + icmpCode }];
};

/** Does the rule open this TCP port? */
export const opensTcp = ({ traffic }: SecurityGroupRule, port: number): boolean => {
  if (traffic.ipProtocol === "all") return true;
  return (
    "ports" in traffic &&
    traffic.ipProtocol === "tcp" &&
    traffic.ports.from <= port &&
    port <= traffic.ports.to
  );
};

/**
 * The traffic of several rules within a sentence: "TCP 80, 443 and UDP 53". Without the services' names, which would be lost
 * among the other words.
 */
export const trafficText = (traffic: readonly Traffic[]): string => {
  const items = traffic.map(trafficItem);
  if (items.some(({ protocol }) => protocol === "all")) return "all traffic";
  const byProtocol = [...grouped(items, ({ protocol }) => protocol).values()];
  return byProtocol.map((of) => trafficLabel(of).split(" · ")[0]).join(" and ");
};

/** Things by a key, in the order in which the keys first come. */
export const grouped = <Thing, Key>(
  things: readonly Thing[],
  keyOf: (thing: Thing) => Key,
): ReadonlyMap<Key, readonly Thing[]> => {
  const groups = new Map<Key, Thing[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [thing]);
    else group.push(thing);
  }
  return groups;
};
