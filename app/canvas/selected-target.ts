import { interfacesOf, type Network, recordOf, type VpcId } from "../../engine";
import { findElement, vpcOf } from "../document/find";
import type { Selection } from "../store/state";
import type { Under } from "./drop";

/**
 * What a palette item added by keyboard goes into: the selected container, or the one around the selected card; without
 * any, the only or first one there is.
 */
export const selectedTarget = (selection: Selection, network: Network): Under => {
  const id = selection.kind === "elements" ? (selection.ids[0] ?? "") : "";
  const vpcId = vpcOf(network, id) ?? Object.values(network.vpcs)[0]?.vpcId ?? null;
  const subnetId = subnetAround(network, id) ?? firstSubnetOf(network, vpcId);
  return { cardId: cardAround(network, id), networkInterfaceId: null, subnetId, vpcId };
};

/** The VPCs that are selected, or in which the selected things lie. */
export const selectedVpcs = (selection: Selection, network: Network): readonly VpcId[] => {
  const ids = selection.kind === "elements" ? selection.ids : [];
  return [...new Set(ids.flatMap((id) => vpcOf(network, id) ?? []))];
};

const cardAround = (network: Network, id: string): string | null => {
  const element = findElement(network, id);
  if (element?.kind === "instance" || element?.kind === "dbInstance") return id;
  const attachment = element?.kind === "networkInterface" ? element.record.attachment : null;
  return attachment?.kind === "instance" ? attachment.instanceId : null;
};

const subnetAround = (network: Network, id: string): string | null => {
  if (id in network.subnets) return id;
  const standing = recordOf(network.natGateways, id) ?? recordOf(network.networkInterfaces, id);
  return standing?.subnetId ?? interfacesOf(network, id)[0]?.subnetId ?? null;
};

const firstSubnetOf = (network: Network, vpcId: string | null): string | null =>
  Object.values(network.subnets).find((subnet) => subnet.vpcId === vpcId)?.subnetId ?? null;
