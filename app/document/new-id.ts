import { asId, ID_PREFIX, type Id, type IdKind } from "../../engine";

const DIGITS = 17;

/** A fresh id in AWS's shape: the prefix of its kind and 17 random hex digits. Made by callers, so that commands stay pure. */
export const newId = <Kind extends IdKind>(kind: Kind): Id<Kind> => {
  const bytes = crypto.getRandomValues(new Uint8Array(Math.ceil(DIGITS / 2)));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return asId<Kind>(ID_PREFIX[kind] + hex.slice(0, DIGITS));
};
