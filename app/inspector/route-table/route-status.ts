import {
  type Network,
  type NetworkInterface,
  type Route,
  type RouteTable,
  recordOf,
  recordsOf,
  routeKey,
} from "../../../engine";
import { findElement, nameOf } from "../../document/find";

/** What a route's state is, and why: a sentence without its full stop, or null where there is nothing to say. */
export type RouteStatus = Readonly<{ state: "active" | "blackhole"; why: string | null }>;

const ACTIVE: RouteStatus = { state: "active", why: null };
const blackhole = (why: string): RouteStatus => ({ state: "blackhole", why });
/** EC2 calls the route active all the same. */
const remark = (why: string): RouteStatus => ({ state: "active", why });

/** Does a route of this VPC lead anywhere today? A blackhole still wins by its prefix, and drops what it gets. */
export const routeStatus = (network: Network, vpcId: RouteTable["vpcId"], route: Route): RouteStatus => {
  const trouble = troubleOf(network, vpcId, route);
  if (trouble !== null) return trouble;
  return route.state === "blackhole" ? blackhole("AWS says that its target is gone") : ACTIVE;
};

const troubleOf = (network: Network, vpcId: RouteTable["vpcId"], { target }: Route): RouteStatus | null => {
  if (target.kind === "other") return remark(`${target.id} is not modelled: verdicts stop there`);
  const element = findElement(network, target.id);
  if (element === null) return blackhole(`${target.id} is not in this design`);
  const name = nameOf(network, target.id);
  switch (element.kind) {
    case "internetGateway":
      return element.record.vpcId === vpcId ? null : blackhole(`${name} is not attached to this VPC`);
    case "natGateway":
      return element.record.state === "available" ? null : blackhole(`${name} is ${element.record.state}`);
    case "vpcPeeringConnection":
      return element.record.status === "active"
        ? null
        : blackhole(`the peering is ${element.record.status.replaceAll("-", " ")}`);
    case "transitGateway":
      return transitTrouble(network, vpcId, target.id);
    case "instance":
      return element.record.state === "running" ? null : blackhole(`${name} is ${element.record.state}`);
    case "networkInterface":
      return interfaceTrouble(network, element.record);
    default:
      return null;
  }
};

const interfaceTrouble = (network: Network, { attachment, ...own }: NetworkInterface): RouteStatus | null => {
  if (attachment === null)
    return blackhole(`${nameOf(network, own.networkInterfaceId)} is attached to nothing`);
  const instance =
    attachment.kind === "instance" ? recordOf(network.instances, attachment.instanceId) : undefined;
  if (instance === undefined || instance.state === "running") return null;
  return blackhole(`${nameOf(network, instance.instanceId)} is ${instance.state}`);
};

const transitTrouble = (network: Network, vpcId: string, id: string): RouteStatus | null => {
  const attachment = recordsOf(network.transitGatewayAttachments).find(
    (each) => each.vpcId === vpcId && each.transitGatewayId === id,
  );
  if (attachment === undefined) return remark("this VPC has no attachment to it");
  if (attachment.state === "available") return null;
  return remark(`this VPC's attachment to it is ${attachment.state}`);
};

/** A route's destination as it is shown: its CIDR, or the name of its prefix list. */
export const destinationText = (network: Network, { destination }: Pick<Route, "destination">): string =>
  destination.kind === "prefixList" ? nameOf(network, destination.prefixListId) : routeKey(destination);
