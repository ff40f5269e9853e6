import type { Direction } from "../../../engine";

/** What the console calls the rules of a direction. */
export const DIRECTION_WORD: Readonly<Record<Direction, string>> = { ingress: "inbound", egress: "outbound" };
