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

export type NatGatewayPatch = Readonly<Partial<Pick<NatGateway, "name" | "state">>>;

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

/** Only an `available` gateway sends on; other states show what would happen without it. */
export const modifyNatGateway = (id: NatGatewayId, patch: NatGatewayPatch, mergeKey?: string): Command =>
  networkCommand(
    (network) =>
      patch.name === undefined
        ? `Change state of ${nameOf(network, id)}`
        : `Rename ${nameOf(network, id)} to ${patch.name}`,
    (network) => {
      const before = findRecord(network, "natGateways", id, "natGatewayNotFound");
      if (!before.ok) return before;
      const state = checkNatGatewayState(network, before.value, patch.state ?? before.value.state);
      return state.ok ? ok(withRecord(network, "natGateways", id, { ...before.value, ...patch })) : state;
    },
    mergeKey,
  );
