/** What the engine is asked, after names have been resolved. */

import type { IpRangeId, NetworkInterfaceId } from "../model/id";
import type { EndId, TierId } from "./answer";

/** An end of a question, after its name has been resolved. A CIDR here lies outside every VPC. */
export type End =
  | Readonly<{ kind: "networkInterface"; networkInterfaceId: NetworkInterfaceId }>
  | Readonly<{ kind: "ipRange"; ipRangeId: IpRangeId }>
  | Readonly<{ kind: "internet" }>
  | Readonly<{ kind: "address"; address: string }>
  | Readonly<{ kind: "cidr"; cidr: string }>;

/**
 * Who asks, for the ports that its replies go to: Linux, Windows Server 2008 and Windows 10 or later, Windows up to Server 2003.
 * https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html
 */
export type ClientProfile = "linux" | "windows" | "windows2003";

/**
 * What is sent: a protocol by number, with a destination port for 6 and 17, type and code for 1 and 58. A source port says more
 * than a client profile: the two are not given together.
 */
export type Packet = Readonly<{
  protocol: number;
  port?: number;
  sourcePort?: number;
  clientProfile?: ClientProfile;
  icmpType?: number;
  icmpCode?: number;
}>;

/**
 * May any of `from` start this to any of `to`? Several ends on a side are judged pair by pair. `called`: the names that were
 * given, where one of them stands for nothing.
 */
export type Question = Readonly<{
  from: readonly End[];
  to: readonly End[];
  packet: Packet;
  called?: Readonly<{ from: string; to: string }>;
}>;

/**
 * Which interface pairs are asked for: all, those of one tier pair, or those that start or end at one of these ends. Without
 * `traffic` it is only told between which something passes, many times faster: all of them then have one empty traffic.
 */
export type PairsQuery =
  | Readonly<{ kind: "all" }>
  | Readonly<{ kind: "tierPair"; from: TierId; to: TierId }>
  | Readonly<{ kind: "ends"; ends: readonly EndId[]; traffic?: boolean }>;
