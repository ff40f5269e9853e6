import { EMPTY_NETWORK, type Network } from "../model/network";

/** Something to be put into a network. */
export type Part = (network: Network) => Network;

/** What AWS gives a new group: everything may leave. */
export const ANY_OUT = ["all to 0.0.0.0/0", "all to ::/0"] as const;

export const change = (network: Network, ...parts: readonly Part[]): Network =>
  parts.reduce((sum, part) => part(sum), network);

export const network = (...parts: readonly Part[]): Network => change(EMPTY_NETWORK, ...parts);
