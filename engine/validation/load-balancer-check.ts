import type { Listener, LoadBalancer } from "../model/load-balancer";
import { type Network, recordOf } from "../model/network";
import { ok, type Result } from "../result";
import { interfacesOf } from "./owner";
import { type Refusal, refuse } from "./refusal";

const isPort = (port: number): boolean => Number.isInteger(port) && port >= 1 && port <= 65535;

function checkListener(network: Network, type: LoadBalancer["loadBalancerType"], listener: Listener) {
  const odd = [listener.port, listener.targetPort].find((port) => !isPort(port));
  if (odd !== undefined) return refuse("listenerPort", { port: `${odd}` });
  if (type === "application" && listener.protocol !== "tcp") return refuse("listenerProtocol");
  const gone = listener.targetIds.find((id) => recordOf(network.networkInterfaces, id) === undefined);
  return gone === undefined ? ok(undefined) : refuse("interfaceNotFound", { id: gone });
}

/**
 * Listeners: ports 1 to 65535, each once to a protocol; an application load balancer speaks HTTP, thus TCP. Those that it had
 * as the same type of load balancer are not checked.
 */
export function checkListeners(
  network: Network,
  { loadBalancerType, listeners }: Pick<LoadBalancer, "loadBalancerType" | "listeners">,
  before?: Pick<LoadBalancer, "loadBalancerType" | "listeners">,
): Result<void, Refusal> {
  const had = before?.loadBalancerType === loadBalancerType ? before.listeners : [];
  for (const [index, listener] of listeners.entries()) {
    if (had.includes(listener)) continue;
    const checked = checkListener(network, loadBalancerType, listener);
    if (!checked.ok) return checked;
    const isTwin = (each: Listener) => each.port === listener.port && each.protocol === listener.protocol;
    if (listeners.some((each, at) => at !== index && (at < index || had.includes(each)) && isTwin(each)))
      return refuse("listenerTwice", { port: `${listener.port}` });
  }
  return ok(undefined);
}

/**
 * Does it wear groups? A network load balancer that was made without any can never get one, and one that has some keeps at
 * least one (Elastic Load Balancing, "Update the security groups for your Network Load Balancer").
 */
export const wearsGroups = (network: Network, loadBalancerId: string): boolean =>
  interfacesOf(network, loadBalancerId).some((each) => each.groupIds.length > 0);

export function checkLoadBalancerGroups(
  network: Network,
  balancer: LoadBalancer,
  count: number,
): Result<void, Refusal> {
  const has = wearsGroups(network, balancer.loadBalancerId);
  const facts = { name: balancer.name || balancer.loadBalancerId };
  if (balancer.loadBalancerType === "network" && !has && count > 0)
    return refuse("loadBalancerWithoutGroups", facts);
  return has && count === 0 ? refuse("loadBalancerKeepsGroups", facts) : ok(undefined);
}

/** AWS wants an application load balancer in two zones; a drawing may stand without the second for a while. */
export const needsSecondZone = (
  network: Network,
  { loadBalancerId, loadBalancerType }: LoadBalancer,
): boolean => {
  const zones = interfacesOf(network, loadBalancerId).map(
    (each) => recordOf(network.subnets, each.subnetId)?.availabilityZone,
  );
  return loadBalancerType === "application" && new Set(zones).size < 2;
};
