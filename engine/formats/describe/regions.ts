/** The Region of a zone: `us-east-1a`, `us-west-2-lax-1a`; empty where the text is no zone's name. */
export const regionOfZone = (zone: string): string => /^[a-z]{2}(?:-[a-z]+)+-\d+/.exec(zone)?.[0] ?? "";

/** The Region of an ARN, `arn:aws:ec2:us-east-1:...`; empty where there is none. */
export const regionOfArn = (arn: string): string => {
  const [start, , , region = ""] = arn.split(":");
  return start === "arn" ? region : "";
};
