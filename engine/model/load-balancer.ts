import type { LoadBalancerId, NetworkInterfaceId } from "./id";

/** Where a listener's connections go: these interfaces, on `targetPort`. */
export type Listener = Readonly<{
  protocol: "tcp" | "udp";
  port: number;
  targetPort: number;
  targetIds: readonly NetworkInterfaceId[];
}>;

/**
 * A load balancer. Its interfaces, one a subnet, are managed by the service. Those of an `application` one wear groups; a
 * `network` one that was made without groups has none and is open to all. `preservesClientIp` (network only): targets see
 * the client's address, else the load balancer's; a target's rule that names its group holds either way.
 */
export type LoadBalancer = Readonly<{
  loadBalancerId: LoadBalancerId;
  name: string;
  loadBalancerType: "application" | "network";
  scheme: "internet-facing" | "internal";
  preservesClientIp: boolean;
  listeners: readonly Listener[];
}>;
