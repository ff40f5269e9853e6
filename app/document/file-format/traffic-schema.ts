/** Traffic, addresses and directions, as rules, ACL entries and routes name them in a design file. */
import * as v from "valibot";
import { checkTraffic } from "../../../engine";
import { trafficSentence } from "../traffic-sentences";
import { cidr, id, wholeNumber } from "./fields";

const port = wholeNumber(0, 65535);
const icmpNumber = v.union(
  [v.literal("all"), wholeNumber(0, 255)],
  'should be "all" or a number from 0 to 255',
);

export const traffic = v.pipe(
  v.variant("ipProtocol", [
    v.strictObject({ ipProtocol: v.literal("all") }),
    v.strictObject({
      ipProtocol: v.picklist(["tcp", "udp"]),
      ports: v.strictObject({ from: port, to: port }),
    }),
    v.strictObject({
      ipProtocol: v.picklist(["icmp", "icmpv6"]),
      icmpType: icmpNumber,
      icmpCode: icmpNumber,
    }),
    v.strictObject({ ipProtocol: wholeNumber(0, 255) }),
  ]),
  v.rawCheck(({ dataset, addIssue }) => {
    const checked = dataset.typed ? checkTraffic(dataset.value) : null;
    if (checked?.ok === false) addIssue({ message: trafficSentence(checked.error) });
  }),
);

const ipv4 = v.strictObject({ kind: v.literal("cidrIpv4"), cidrIpv4: cidr(4) });
const ipv6 = v.strictObject({ kind: v.literal("cidrIpv6"), cidrIpv6: cidr(6) });
const group = v.strictObject({ kind: v.literal("group"), groupId: id("securityGroup") });
const list = v.strictObject({ kind: v.literal("prefixList"), prefixListId: id("prefixList") });

/** A security group rule's far end, an ACL entry's, and a route's destination. */
export const remote = v.variant("kind", [ipv4, ipv6, group, list]);
export const cidrRemote = v.variant("kind", [ipv4, ipv6]);
export const destination = v.variant("kind", [ipv4, ipv6, list]);

export const direction = v.picklist(["ingress", "egress"]);
