/** Commands for tests of the store: small, and true to how commands of a text field follow each other. */
import { asId, type Network, ok, type Vpc, type VpcId } from "../../engine";
import type { Command } from "../document/command";

export const vpcId = (id: string): VpcId => asId<"vpc">(id);

export const vpc = (id: string, name: string): Vpc => ({
  vpcId: vpcId(id),
  name,
  region: "us-east-1",
  cidrBlock: "10.0.0.0/16",
  secondaryCidrBlocks: [],
  ipv6CidrBlocks: [],
});

const withVpcs = (network: Network, ...vpcs: readonly Vpc[]): Network => ({
  ...network,
  vpcs: Object.fromEntries(vpcs.map((each) => [each.vpcId, each])),
});

/** The design holds these VPCs and no others. */
export const vpcsBecome = (label: string, vpcs: readonly Vpc[], mergeKey?: string): Command => ({
  label: () => label,
  run: (diagram) => ok({ ...diagram, network: withVpcs(diagram.network, ...vpcs) }),
  ...(mergeKey === undefined ? {} : { mergeKey }),
});

/** One keystroke in the name field of a VPC. */
export const named = (name: string): Command =>
  vpcsBecome(`Name it ${name}`, [vpc("vpc-1", name)], "vpc-1 name");

/** Changes the layout only. */
export const moved = (x: number): Command => ({
  label: () => "Move it",
  run: (diagram) => ok({ ...diagram, layout: { ...diagram.layout, places: { a: { x, y: 0, size: null } } } }),
});
