import type { VpcEndpointId, VpcId } from "./id";

/**
 * A private door to a service. A `gateway` endpoint (S3, DynamoDB) is the target of routes for the service's prefix list and
 * wears no groups; an `interface` endpoint is reached at its own interfaces, which wear groups and never start anything.
 */
export type VpcEndpoint = Readonly<{
  vpcEndpointId: VpcEndpointId;
  name: string;
  vpcId: VpcId;
  vpcEndpointType: "gateway" | "interface";
  /** As AWS writes it: `com.amazonaws.us-east-1.s3`. */
  serviceName: string;
}>;
