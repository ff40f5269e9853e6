import {
  checkNatGateway,
  checkNatGatewayState,
  freeAddress,
  freePublicAddress,
  type NatGateway,
  type NatGatewayId,
  type Network,
  ok,
  type Refusal,
  type Result,
  type SubnetId,
} from "../../../engine";
import { type Command, commandOf, networkCommand } from "../command";
import type { Place } from "../diagram";
import { nameOf } from "../find";
import { placedAt } from "../places";
import { checkNewIds, findRecord, withRecord } from "../records";

export type CreateNatGateway = Readonly<{
  natGatewayId: NatGatewayId;
  name: string;
  subnetId: SubnetId;
  connectivityType: NatGateway["connectivityType"];
  place: Place;
}>;

export type NatGatewayPatch = Readonly<Partial<Pick<NatGateway, "name" | "state" | "connectivityType">>>;

/** The addresses that a NAT gateway gets in a subnet: a free private one, and an elastic one if it is public. */
export const natAddresses = (
  network: Network,
  subnetId: SubnetId,
  connectivityType: NatGateway["connectivityType"],
): Result<NatGateway["addresses"], Refusal> => {
  const address = freeAddress(network, subnetId);
  if (!address.ok) return address;
  const publicIp = connectivityType === "public" ? freePublicAddress(network) : ok(null);
  return publicIp.ok ? ok([{ privateIpAddress: address.value, publicIp: publicIp.value }]) : publicIp;
};

/** A NAT gateway with its addresses, available at once. */
export const createNatGateway = ({ place, ...input }: CreateNatGateway): Command =>
  commandOf(`Create NAT gateway ${input.name}`.trimEnd(), (diagram) => {
    const may = checkNatGateway(diagram.network, input);
    if (!may.ok) return may;
    const addresses = natAddresses(diagram.network, input.subnetId, input.connectivityType);
    if (!addresses.ok) return addresses;
    const ids = checkNewIds(diagram.network, [input.natGatewayId]);
    if (!ids.ok) return ids;
    const gateway: NatGateway = { ...input, state: "available", addresses: addresses.value };
    const network = withRecord(diagram.network, "natGateways", input.natGatewayId, gateway);
    return ok(placedAt({ ...diagram, network }, input.natGatewayId, place));
  });

const modifyLabel = (id: NatGatewayId, patch: NatGatewayPatch) => (network: Network) => {
  const name = nameOf(network, id);
  if (patch.name !== undefined) return `Rename ${name} to ${patch.name}`;
  return patch.state === undefined ? `Change connectivity of ${name}` : `Change state of ${name}`;
};

/** A private one has no public address; a public one needs one, and an internet gateway, as if it were made anew. */
const withConnectivity = (
  network: Network,
  gateway: NatGateway,
  connectivityType: NatGateway["connectivityType"],
): Result<NatGateway, Refusal> => {
  if (gateway.connectivityType === connectivityType) return ok(gateway);
  const { [gateway.natGatewayId]: _, ...others } = network.natGateways;
  const may = checkNatGateway({ ...network, natGateways: others }, { ...gateway, connectivityType });
  if (!may.ok) return may;
  const publicIp = connectivityType === "public" ? freePublicAddress(network) : ok(null);
  if (!publicIp.ok) return publicIp;
  const addresses = gateway.addresses.map((each, index) => ({
    ...each,
    publicIp: index === 0 ? publicIp.value : null,
  }));
  return ok({ ...gateway, connectivityType, addresses });
};

/**
 * Only an `available` gateway sends on; other states show what would happen without it. Another connectivity stands for
 * another gateway in the first one's place: AWS does not change it.
 */
export const modifyNatGateway = (id: NatGatewayId, patch: NatGatewayPatch, mergeKey?: string): Command =>
  networkCommand(
    modifyLabel(id, patch),
    (network) => {
      const before = findRecord(network, "natGateways", id, "natGatewayNotFound");
      if (!before.ok) return before;
      const { connectivityType = before.value.connectivityType, ...rest } = patch;
      const state = checkNatGatewayState(network, before.value, patch.state ?? before.value.state);
      if (!state.ok) return state;
      const gateway = withConnectivity(network, { ...before.value, ...rest }, connectivityType);
      return gateway.ok ? ok(withRecord(network, "natGateways", id, gateway.value)) : gateway;
    },
    mergeKey,
  );
