import {
  INTERNET,
  interfacesOf,
  type Network,
  type Tier,
  type TierId,
  type TrafficItem,
} from "../../../engine";
import { type State, type TestForm, tierPairKey } from "../../store/state";
import { withField } from "./test-services";

type Prefilled = Pick<State, "diagram" | "analysis" | "selection" | "testForm">;

const wearers = (network: Network, groupId: string): number =>
  Object.values(network.networkInterfaces).filter(({ groupIds }) => groupIds.some((id) => id === groupId))
    .length;

/** A tier by a name that the test understands: the group that only its members wear, else its first interface. */
const endOfTier = (network: Network, tier: Tier): string => {
  if (tier.kind === "internet") return INTERNET;
  if (tier.kind === "ipRange") return tier.tierId;
  const own = tier.groupIds.find((id) => wearers(network, id) === tier.networkInterfaceIds.length);
  return own ?? tier.networkInterfaceIds[0] ?? "";
};

const isTcpOrUdp = ({ protocol }: TrafficItem): boolean => protocol === "tcp" || protocol === "udp";

/** The first packet of an arrow's traffic that has a port. */
const packetOf = (traffic: readonly TrafficItem[]): Partial<TestForm> => {
  const item = traffic.find(isTcpOrUdp);
  const port = item?.ranges[0]?.from;
  if (item === undefined || port === undefined) return {};
  return { protocol: String(item.protocol), port: String(port), icmpType: "", icmpCode: "" };
};

const ofArrow = ({ diagram, analysis, testForm }: Prefilled, from: TierId, to: TierId): TestForm | null => {
  const [source, destination] = [analysis.tiers.get(from), analysis.tiers.get(to)];
  if (source === undefined || destination === undefined) return null;
  const traffic = analysis.tierPairs.get(tierPairKey(from, to))?.traffic ?? [];
  const ends = { from: endOfTier(diagram.network, source), to: endOfTier(diagram.network, destination) };
  return withField({ ...testForm, ...ends }, packetOf(traffic));
};

const ofElement = ({ diagram, testForm }: Prefilled, id: string): TestForm | null => {
  const { networkInterfaces, ipRanges } = diagram.network;
  const isEnd = Object.hasOwn(networkInterfaces, id) || Object.hasOwn(ipRanges, id);
  if (isEnd || id === INTERNET) return { ...testForm, from: id };
  const [first] = interfacesOf(diagram.network, id);
  if (first === undefined) return null;
  const isDatabase = first.attachment?.kind === "dbInstance";
  return { ...testForm, [isDatabase ? "to" : "from"]: first.networkInterfaceId };
};

/** What the selection puts into a test form that nobody has filled yet; null where there is nothing to put. */
export const prefilled = (state: Prefilled): TestForm | null => {
  const { selection, testForm } = state;
  if (testForm.from !== "" || testForm.to !== "") return null;
  if (selection.kind === "tierPair") return ofArrow(state, selection.from, selection.to);
  const only = selection.kind === "elements" && selection.ids.length === 1 ? selection.ids[0] : undefined;
  return only === undefined ? null : ofElement(state, only);
};
