/** Services that interface endpoints are often made for, as their names end (AWS PrivateLink, "AWS services that integrate"). */
const COMMON_SERVICES = [
  ["secretsmanager", "Secrets Manager"],
  ["ssm", "Systems Manager"],
  ["ssmmessages", "Session Manager"],
  ["ec2messages", "Systems Manager agent"],
  ["ec2", "EC2"],
  ["ecr.api", "Elastic Container Registry"],
  ["ecr.dkr", "Elastic Container Registry, images"],
  ["ecs", "ECS"],
  ["eks", "EKS"],
  ["logs", "CloudWatch Logs"],
  ["monitoring", "CloudWatch"],
  ["kms", "Key Management Service"],
  ["sts", "Security Token Service"],
  ["sqs", "SQS"],
  ["sns", "SNS"],
  ["events", "EventBridge"],
  ["states", "Step Functions"],
  ["lambda", "Lambda"],
  ["execute-api", "API Gateway"],
  ["elasticloadbalancing", "Elastic Load Balancing"],
  ["kinesis-streams", "Kinesis Data Streams"],
  ["s3", "S3"],
  ["dynamodb", "DynamoDB"],
  ["rds-data", "RDS Data API"],
  ["bedrock-runtime", "Bedrock"],
] as const;

/** Their whole names in a Region (`com.amazonaws.eu-west-1.sqs`), each with what it is called. */
export const endpointServices = (
  region: string,
): readonly Readonly<{ value: string; description: string }>[] =>
  COMMON_SERVICES.map(([service, description]) => ({
    value: `com.amazonaws.${region}.${service}`,
    description,
  }));
