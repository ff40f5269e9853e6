import { type Network, recordOf } from "../model/network";
import type { VpcEndpoint } from "../model/vpc-endpoint";
import { ok, type Result } from "../result";
import { type Refusal, refuse } from "./refusal";

/** The services that have gateway endpoints. */
export const GATEWAY_SERVICES = ["s3", "dynamodb"] as const;
export type GatewayService = (typeof GATEWAY_SERVICES)[number];

/** A service's name as AWS writes it: `com.amazonaws.us-east-1.s3`. */
export const serviceNameIn = (region: string, service: string): string =>
  `com.amazonaws.${region}.${service}`;

/** Which of the services with gateway endpoints a name means; null for any other. */
export const gatewayServiceOf = (serviceName: string): GatewayService | null =>
  GATEWAY_SERVICES.find(
    (each) => serviceName.startsWith("com.amazonaws.") && serviceName.endsWith(`.${each}`),
  ) ?? null;

/** May there be this endpoint: its VPC is there, and a gateway endpoint is for S3 or DynamoDB of the VPC's Region? */
export function checkVpcEndpoint(
  network: Network,
  { vpcId, vpcEndpointType, serviceName }: Pick<VpcEndpoint, "vpcId" | "vpcEndpointType" | "serviceName">,
): Result<void, Refusal> {
  const vpc = recordOf(network.vpcs, vpcId);
  if (vpc === undefined) return refuse("vpcNotFound", { id: vpcId });
  const services = GATEWAY_SERVICES.map((each) => serviceNameIn(vpc.region, each));
  if (serviceName === "")
    return refuse("endpointService", { service: serviceName, services: services.join(" or ") });
  if (vpcEndpointType === "interface" || services.includes(serviceName)) return ok(undefined);
  return refuse("endpointService", { service: serviceName, services: services.join(" or ") });
}
