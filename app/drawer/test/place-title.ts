import { interfaceTitle, type Network, type NetworkInterface } from "../../../engine";
import { findElement, nameOf } from "../../document/find";

/** What a place on the way is called: an interface by its owner, everything else by its name. */
export const placeTitle = (network: Network, id: string): string => {
  const element = findElement(network, id);
  if (element?.kind !== "networkInterface") return nameOf(network, id);
  const networkInterface: NetworkInterface = element.record;
  return interfaceTitle(network, networkInterface);
};
