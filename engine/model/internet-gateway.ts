import type { EgressOnlyInternetGatewayId, InternetGatewayId, VpcId } from "./id";

/** At most one to a VPC; `vpcId` is null while it is not attached. It maps private to public IPv4, and leaves IPv6 as it is. */
export type InternetGateway = Readonly<{
  internetGatewayId: InternetGatewayId;
  name: string;
  vpcId: VpcId | null;
}>;

/** Lets IPv6 out and its replies in, and nothing else. */
export type EgressOnlyInternetGateway = Readonly<{
  egressOnlyInternetGatewayId: EgressOnlyInternetGatewayId;
  name: string;
  vpcId: VpcId;
}>;
