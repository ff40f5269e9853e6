import type { Traffic } from "../model/security-group";
import { ok, type Result } from "../result";
import { type Refusal, refuse } from "./refusal";

const isWithin = (value: number, highest: number): boolean =>
  Number.isInteger(value) && value >= 0 && value <= highest;

const PROTOCOLS_WITH_NAME: ReadonlyMap<number, string> = new Map([
  [1, "ICMP"],
  [6, "TCP"],
  [17, "UDP"],
  [58, "ICMPv6"],
]);

/** Ports 0 to 65535 in order; ICMP type and code 0 to 255 or all; other protocols by number 0 to 255. */
export function checkTraffic(traffic: Traffic): Result<Traffic, Refusal> {
  if (traffic.ipProtocol === "all") return ok(traffic);
  if ("ports" in traffic) return checkPorts(traffic.ports.from, traffic.ports.to) ?? ok(traffic);
  if ("icmpType" in traffic) return checkIcmp(traffic.icmpType, traffic.icmpCode) ?? ok(traffic);
  const name = PROTOCOLS_WITH_NAME.get(traffic.ipProtocol);
  if (name !== undefined) return refuse("protocolHasName", { protocol: `${traffic.ipProtocol}`, name });
  return isWithin(traffic.ipProtocol, 255)
    ? ok(traffic)
    : refuse("protocolOutOfRange", { protocol: `${traffic.ipProtocol}` });
}

function checkPorts(from: number, to: number): Result<never, Refusal> | null {
  const outside = [from, to].find((port) => !isWithin(port, 65535));
  if (outside !== undefined) return refuse("portOutOfRange", { port: `${outside}` });
  return from > to ? refuse("portsReversed", { from: `${from}`, to: `${to}` }) : null;
}

function checkIcmp(type: number | "all", code: number | "all"): Result<never, Refusal> | null {
  const outside = [type, code].find((each) => each !== "all" && !isWithin(each, 255));
  if (outside !== undefined) return refuse("icmpOutOfRange", { value: `${outside}` });
  return type === "all" && code !== "all" ? refuse("icmpCodeWithoutType", { code: `${code}` }) : null;
}
