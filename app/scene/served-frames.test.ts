import { describe, expect, it } from "vitest";
import { servedFrames } from "./served-frames";
import { WHOLE_NETWORK } from "./testing/whole-vpc";

describe("what a thing is there for", () => {
  it.each([
    ["a route table: the subnets that it routes", "rtb-public", ["subnet-pub"]],
    ["a main one: those that name none", "rtb-main", ["subnet-priv"]],
    ["an ACL: the subnets that it judges", "acl-own", ["subnet-priv"]],
    ["a gateway: the subnets whose routes lead there", "igw-A", ["subnet-pub"]],
    ["a peering: both VPCs", "pcx-AB", ["vpc-A", "vpc-B"]],
    ["a transit gateway: the VPCs that are attached", "tgw-hub", ["vpc-A", "vpc-B"]],
    ["an attachment: its VPC and its subnets", "tgw-attach-A", ["vpc-A", "subnet-priv"]],
    ["a card: nothing but itself", "lb-alb", []],
  ])("of %s", (_, id, expected) => {
    expect(servedFrames(WHOLE_NETWORK, id)).toEqual(expected);
  });
});
