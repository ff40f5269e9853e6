import { ALL_ADDRESSES, addressSetOfTexts, subtractAddresses } from "./address-set";

/**
 * Blocks of the IANA special-purpose address registries that no router of the Internet forwards. The documentation blocks
 * (192.0.2.0/24, 198.51.100.0/24, 203.0.113.0/24, 2001:db8::/32) are not among them on purpose: in a drawing they stand for
 * public addresses.
 */
const NOT_ON_THE_INTERNET = addressSetOfTexts([
  "10.0.0.0/8", // private, RFC 1918
  "172.16.0.0/12",
  "192.168.0.0/16",
  "100.64.0.0/10", // shared by carriers, RFC 6598
  "127.0.0.0/8", // loopback
  "169.254.0.0/16", // link-local
  "224.0.0.0/4", // multicast
  "240.0.0.0/4", // class E, with the broadcast address
  "::1/128", // loopback
  "fc00::/7", // unique local
  "fe80::/10", // link-local
  "ff00::/8", // multicast
]);

/** All addresses that packets can come from or go to over the Internet. */
export const INTERNET_ADDRESSES = subtractAddresses(ALL_ADDRESSES, NOT_ON_THE_INTERNET);
