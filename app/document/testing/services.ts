import { asId, interfacesOf } from "../../../engine";
import { BASE_WORLD } from "../../../engine/testing/base-world";
import { change, subnet } from "../../../engine/testing/network-builder";
import type { Diagram } from "../diagram";
import { diagramOf } from "./expect";

/** The base world with a subnet in a second zone, for services that want two. */
export const START = diagramOf(change(BASE_WORLD, subnet("zb", "A", "10.0.90.0/24", null, "us-east-1b")));

export const PLACE = { x: 4, y: 8, size: null };

export const subnets = (...names: readonly string[]) => names.map((name) => asId<"subnet">(`subnet-${name}`));

export const enis = (...names: readonly string[]) =>
  names.map((name) => asId<"networkInterface">(`eni-${name}`));

export const groups = (...names: readonly string[]) =>
  names.map((name) => asId<"securityGroup">(`sg-${name}`));

/** What a service's interfaces have, in their order. */
export const interfacesIn = ({ network }: Diagram, owner: string) =>
  interfacesOf(network, owner).map(({ name, subnetId, groupIds, privateIpAddresses, requesterManaged }) => ({
    name,
    subnetId,
    groupIds,
    publicIp: privateIpAddresses[0]?.publicIp,
    requesterManaged,
  }));
