/** In which subnets a service stands: an interface of its own in each. */
import {
  interfacesOf,
  type Network,
  type NetworkInterface,
  type NetworkInterfaceId,
  ok,
  type Refusal,
  type Result,
  refuse,
  type SubnetId,
} from "../../engine";
import { withoutReferences } from "./commands/delete-references";
import type { Diagram } from "./diagram";
import { filterEntries } from "./filter-entries";
import { addInterface, type NewInterface } from "./new-interface";
import { withoutPlaces } from "./places";

/** All subnets that a service is to stand in, and ids for its interfaces in those that are new. */
export type SubnetChange = Readonly<{
  subnetIds: readonly SubnetId[];
  networkInterfaceIds: readonly NetworkInterfaceId[];
}>;

type OfService = Pick<NewInterface, "attachment" | "publicIp" | "groupless">;

/** A free name after the first one's: which interface is the first, where the service's card stands, stays as it was. */
const nextName = (interfaces: readonly NetworkInterface[]): string => {
  const names = interfaces.map(({ name }) => name);
  const [first = ""] = names;
  let number = 0;
  // Names are in the order of their letters: after eth9 comes eth90.
  while (`eth${number}` <= first && number < 100) number += 1;
  while (names.includes(`eth${number}`)) number += 1;
  return `eth${number}`;
};

const withNewInterfaces = (
  network: Network,
  ownerId: string,
  { subnetIds, networkInterfaceIds }: SubnetChange,
  rest: OfService & Pick<NewInterface, "groupIds">,
): Result<Network, Refusal> => {
  let added = network;
  for (const [index, subnetId] of subnetIds.entries()) {
    const networkInterfaceId = networkInterfaceIds[index];
    if (networkInterfaceId === undefined) return refuse("interfaceNotFound", { id: "" });
    const name = nextName(interfacesOf(added, ownerId));
    const input = { ...rest, networkInterfaceId, subnetId, name, requesterManaged: true };
    const next = addInterface(added, input);
    if (!next.ok) return next;
    added = next.value;
  }
  return ok(added);
};

const withoutInterfaces = (network: Network, goes: ReadonlySet<string>): Network =>
  goes.size === 0
    ? network
    : withoutReferences(
        { ...network, networkInterfaces: filterEntries(network.networkInterfaces, (id) => !goes.has(id)) },
        goes,
      );

/**
 * The diagram with a service in exactly these subnets: interfaces elsewhere are gone, and what named them names them no more;
 * new ones have a free address and the groups of the first one. Where its card has to leave a subnet, it finds a free place.
 */
export const withServiceSubnets = (
  diagram: Diagram,
  ownerId: string,
  { subnetIds, networkInterfaceIds }: SubnetChange,
  service: OfService,
): Result<Diagram, Refusal> => {
  const before = interfacesOf(diagram.network, ownerId);
  const wanted = new Set(subnetIds);
  const isIn = new Set(before.map(({ subnetId }) => subnetId));
  const goes = new Set<string>(
    before.filter(({ subnetId }) => !wanted.has(subnetId)).map((each) => each.networkInterfaceId),
  );
  const network = withNewInterfaces(
    withoutInterfaces(diagram.network, goes),
    ownerId,
    { subnetIds: [...wanted].filter((id) => !isIn.has(id)), networkInterfaceIds },
    { ...service, groupIds: before[0]?.groupIds ?? [] },
  );
  if (!network.ok) return network;
  const stays = interfacesOf(network.value, ownerId)[0]?.subnetId === before[0]?.subnetId;
  const layout = stays ? diagram.layout : withoutPlaces(diagram.layout, new Set([ownerId]));
  return ok({ ...diagram, network: network.value, layout });
};
