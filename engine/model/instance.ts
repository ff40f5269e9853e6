import type { InstanceId } from "./id";

export type InstanceState = "pending" | "running" | "stopping" | "stopped" | "shutting-down" | "terminated";

/** An EC2 instance. Its addresses and groups are those of the interfaces attached to it. */
export type Instance = Readonly<{
  instanceId: InstanceId;
  name: string;
  instanceType: string;
  state: InstanceState;
}>;
