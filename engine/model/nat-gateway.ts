import type { NatGatewayId, SubnetId } from "./id";
import type { PrivateIpAddress } from "./network-interface";

/**
 * Sends on for a private subnet, under its own address. It stands in a subnet with an interface of its own, that wears no
 * groups and is therefore not among the network interfaces. The first of `addresses` is the one it sends from; the public
 * address is null on a private gateway. https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html
 */
export type NatGateway = Readonly<{
  natGatewayId: NatGatewayId;
  name: string;
  subnetId: SubnetId;
  connectivityType: "public" | "private";
  state: "pending" | "failed" | "available" | "deleting" | "deleted";
  addresses: readonly PrivateIpAddress[];
}>;

/** One that failed or was deleted is still told for an hour, and holds nothing any more. */
export const isNatGatewayGone = ({ state }: Pick<NatGateway, "state">): boolean =>
  state === "failed" || state === "deleted";
