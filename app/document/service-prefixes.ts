import type { GatewayService } from "../../engine";

/**
 * Addresses for AWS's prefix lists of a drawing: the large blocks of each service in us-east-1. The real lists differ from
 * Region to Region and change with time; what matters here is that they are public and the service's own.
 */
export const SERVICE_PREFIXES: Readonly<Record<GatewayService, readonly string[]>> = {
  s3: ["3.5.0.0/19", "16.182.0.0/16", "52.216.0.0/15", "54.231.0.0/16"],
  dynamodb: ["3.218.180.0/22", "35.71.64.0/22", "52.94.0.0/22", "52.119.224.0/20"],
};
