/** The copies of gateways, endpoints and load balancers. */
import {
  checkNatGateway,
  freePublicAddress,
  internetGatewayOf,
  type NatGateway,
  type Network,
  ok,
  type Refusal,
  type Result,
  recordOf,
  recordsOf,
  refuse,
  type VpcId,
} from "../../../engine";
import { withRecord } from "../records";
import { readdressNatGateway } from "../renumber";
import { copyId, freeNameIn, isCopied, type Paste, subnetFor, vpcFor } from "./context";

/** A copied gateway serves the copied VPC, else the chosen one if that has none; else none. */
const attachedTo = (paste: Paste, network: Network, original: VpcId | null): VpcId | null => {
  if (original !== null && isCopied(paste, "vpcs", original)) return copyId<"vpc">(paste, original);
  const { vpcId } = paste.target;
  return vpcId !== null && internetGatewayOf(network, vpcId) === null ? vpcId : null;
};

export const pasteInternetGateways = (paste: Paste, network: Network): Result<Network, Refusal> => {
  let pasted = network;
  for (const each of recordsOf(paste.clip.network.internetGateways)) {
    const internetGatewayId = copyId(paste, each.internetGatewayId);
    const name = freeNameIn(pasted.internetGateways, each.name);
    const vpcId = attachedTo(paste, pasted, each.vpcId);
    pasted = withRecord(pasted, "internetGateways", internetGatewayId, { internetGatewayId, name, vpcId });
  }
  for (const each of recordsOf(paste.clip.network.egressOnlyInternetGateways)) {
    const vpcId = vpcFor(paste, pasted, each.vpcId);
    if (vpcId === null) return refuse("pasteNeedsContainer", { name: each.name, container: "VPC" });
    const id = copyId(paste, each.egressOnlyInternetGatewayId);
    const name = freeNameIn(pasted.egressOnlyInternetGateways, each.name);
    const copy = { egressOnlyInternetGatewayId: id, name, vpcId };
    pasted = withRecord(pasted, "egressOnlyInternetGateways", id, copy);
  }
  return ok(pasted);
};

/** The same private addresses where they are free in the copy's subnet, and new public ones. */
const natCopy = (paste: Paste, network: Network, original: NatGateway): Result<NatGateway, Refusal> => {
  const subnet = subnetFor(paste, network, original.subnetId);
  if (subnet === undefined)
    return refuse("pasteNeedsContainer", { name: original.name, container: "subnet" });
  const { subnetId } = subnet;
  const may = checkNatGateway(network, { subnetId, connectivityType: original.connectivityType });
  if (!may.ok) return may;
  const natGatewayId = copyId<"natGateway">(paste, original.natGatewayId);
  const name = freeNameIn(network.natGateways, original.name);
  const wanted = original.addresses.map(({ privateIpAddress }) => privateIpAddress);
  const bare = { ...original, natGatewayId, name, subnetId, addresses: [] };
  const copy = readdressNatGateway(network, bare, wanted);
  return copy.ok ? withFreshPublicIps(network, copy.value, original) : copy;
};

const withFreshPublicIps = (
  network: Network,
  gateway: NatGateway,
  original: NatGateway,
): Result<NatGateway, Refusal> => {
  let current = gateway;
  for (const [index, { publicIp }] of original.addresses.entries()) {
    if (publicIp === null) continue;
    const fresh = freePublicAddress(withRecord(network, "natGateways", current.natGatewayId, current));
    if (!fresh.ok) return fresh;
    const addresses = current.addresses.map((each, at) =>
      at === index ? { ...each, publicIp: fresh.value } : each,
    );
    current = { ...current, addresses };
  }
  return ok(current);
};

export const pasteNatGateways = (paste: Paste, network: Network): Result<Network, Refusal> => {
  let pasted = network;
  for (const each of recordsOf<NatGateway>(paste.clip.network.natGateways)) {
    const copy = natCopy(paste, pasted, each);
    if (!copy.ok) return copy;
    pasted = withRecord(pasted, "natGateways", copy.value.natGatewayId, copy.value);
  }
  return ok(pasted);
};

/** An endpoint's copy: its routes come with the tables, its interfaces with the others. */
export const pasteVpcEndpoints = (paste: Paste, network: Network): Result<Network, Refusal> => {
  let pasted = network;
  for (const each of recordsOf(paste.clip.network.vpcEndpoints)) {
    const vpcId = vpcFor(paste, pasted, each.vpcId);
    if (vpcId === null) return refuse("pasteNeedsContainer", { name: each.name, container: "VPC" });
    const vpcEndpointId = copyId(paste, each.vpcEndpointId);
    const name = freeNameIn(pasted.vpcEndpoints, each.name);
    pasted = withRecord(pasted, "vpcEndpoints", vpcEndpointId, { ...each, vpcEndpointId, name, vpcId });
  }
  return ok(pasted);
};

/** Listeners go on to the copies of their targets, and to others that are still there. */
export const pasteListeners = (paste: Paste, network: Network): Network => {
  let pasted = network;
  for (const original of recordsOf(paste.clip.network.loadBalancers)) {
    const id = copyId(paste, original.loadBalancerId);
    const copy = recordOf(pasted.loadBalancers, id);
    if (copy === undefined) continue;
    const listeners = original.listeners.map((listener) => ({
      ...listener,
      targetIds: listener.targetIds
        .map((target) => copyId(paste, target))
        .filter((target) => recordOf(network.networkInterfaces, target) !== undefined),
    }));
    pasted = withRecord(pasted, "loadBalancers", id, { ...copy, listeners });
  }
  return pasted;
};
