/** Ways written shortly, for tests: "acl out a 192.0.2.50", "route pub 0.0.0.0/0", "nat-n 10.0.1.5=>10.0.2.9", "CODE id". */
import { asId } from "../../model/id";
import type { Network } from "../../model/network";
import { formatAddress, parseAddress } from "../../net/cidr";
import { topologyOf } from "../topology";
import { routeText } from "../topology-routes";
import { wayBetween } from "../walk";
import type { Held, Step, Way, WayEnd } from "../way";

const addressOf = (text: string) => {
  const address = parseAddress(text);
  if (!address.ok) throw new Error(`No address: ${text}`);
  return address.value;
};

/** "w1" by its primary address, "w1/6" by its IPv6 one, "w1/public" by its public one, "nobody 10.0.0.9", or outside. */
const endOf = (network: Network, text: string): WayEnd => {
  if (text.startsWith("nobody ")) return { kind: "nobody", address: addressOf(text.slice(7)) };
  const [name, face] = text.split("/");
  const networkInterface = network.networkInterfaces[asId<"networkInterface">(`eni-${name}`)];
  if (networkInterface === undefined) return { kind: "outside", address: addressOf(text) };
  const [own] = networkInterface.privateIpAddresses;
  const publicIp = face === "6" ? null : (own?.publicIp ?? null);
  const held: Held = {
    networkInterface,
    subnetId: networkInterface.subnetId,
    vpcId: network.subnets[networkInterface.subnetId]?.vpcId ?? asId<"vpc">(""),
    address: addressOf((face === "6" ? networkInterface.ipv6Addresses[0] : own?.privateIpAddress) ?? ""),
    publicAddress: publicIp === null ? null : addressOf(publicIp),
  };
  return { kind: "interface", held, asPublic: face === "public" };
};

const stepText = (step: Step): string => {
  switch (step.kind) {
    case "networkAcl": {
      const way = step.direction === "egress" ? "out" : "in";
      return `acl ${way} ${step.subnetId.replace("subnet-", "")} ${formatAddress(step.peer)}`;
    }
    case "groups":
      return `groups ${step.networkInterface.networkInterfaceId} ${step.direction} ${formatAddress(step.peer)}`;
    case "route": {
      const route = typeof step.route === "string" ? step.route : routeText(step.route);
      return `route ${step.routeTable?.routeTableId.replace("rtb-", "") ?? "-"} ${route}`;
    }
    case "pass": {
      const { translated, id, restriction } = step;
      const change = translated && ` ${formatAddress(translated.from)}=>${formatAddress(translated.to)}`;
      return `${id}${change ?? ""}${restriction === null ? "" : ` ${restriction}`}`;
    }
    case "stop":
      return `${step.code} ${step.id}${step.rule === undefined ? "" : ` ${step.rule}`}`;
  }
};

export const wayOf = (network: Network, from: string, to: string): Way =>
  wayBetween(topologyOf(network), endOf(network, from), endOf(network, to));

export const stepsOf = (network: Network, from: string, to: string): readonly string[] =>
  wayOf(network, from, to).steps.map(stepText);

export const replyStepsOf = (network: Network, from: string, to: string): readonly string[] =>
  wayOf(network, from, to).replySteps.map(stepText);

/** What stops a packet, and its reply behind "<". */
export const stopsOf = (network: Network, from: string, to: string): readonly string[] => {
  const { steps, replySteps } = wayOf(network, from, to);
  const stops = (list: readonly Step[]) => list.filter(({ kind }) => kind === "stop").map(stepText);
  return [...stops(steps), ...stops(replySteps).map((text) => `< ${text}`)];
};
