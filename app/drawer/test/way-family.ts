import { asId, type Hop, type Network, recordOf } from "../../../engine";

type Family = "IPv4" | "IPv6";

const hasIpv4Only = (network: Network, { component, id }: Hop): boolean =>
  component === "network-interface" &&
  recordOf(network.networkInterfaces, asId<"networkInterface">(id))?.ipv6Addresses.length === 0;

const familyAt = (network: Network, hop: Hop): Family | null => {
  const { component, id, rule = "" } = hop;
  if (component === "egress-only-internet-gateway") return "IPv6";
  if (component === "nat-gateway" || hasIpv4Only(network, hop)) return "IPv4";
  const block = component === "address" ? id : rule;
  if (/^[\da-f]*:/i.test(block)) return "IPv6";
  return /^\d+\.\d+\.\d+\.\d+/.test(block) ? "IPv4" : null;
};

/** The family of a way's packets, where an end, a route or a gateway tells it; null where nothing does. */
export const wayFamily = (network: Network, hops: readonly Hop[]): Family | null => {
  const [first] = hops.flatMap((hop) => familyAt(network, hop) ?? []);
  return first ?? null;
};
