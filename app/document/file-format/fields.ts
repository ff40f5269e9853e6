/** The smallest parts of the file's schema: ids, addresses, numbers. Each says in words what is wrong. */
import * as v from "valibot";
import {
  asId,
  type Family,
  formatAddress,
  formatCidr,
  hasBlank,
  type IdKind,
  LONGEST_ID,
  parseAddress,
  parseCidr,
} from "../../../engine";
import { addressProblem } from "../address-sentences";

/** Their ids were made of descriptions once, and older files hold blanks in them; no form or list is told by them. */
const MAY_HOLD_BLANKS: ReadonlySet<IdKind> = new Set(["securityGroupRule", "managedResource"]);

/** Ids become keys of objects: none may be a name that every object knows (`__proto__`, `constructor`). */
export const id = <Kind extends IdKind>(kind: Kind) =>
  v.pipe(
    v.string(),
    v.nonEmpty("an id cannot be empty"),
    v.maxLength(LONGEST_ID, `an id has at most ${LONGEST_ID} characters`),
    v.check(
      (text) => MAY_HOLD_BLANKS.has(kind) || !hasBlank(text),
      "an id cannot hold blanks or control characters",
    ),
    v.check((text) => !(text in Object.prototype), "this word cannot be an id"),
    v.transform((text) => asId<Kind>(text)),
  );

/** A CIDR of one family, or of either; canonical after reading. */
export const cidr = (family?: Family) =>
  v.pipe(
    v.string(),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      const parsed = parseCidr(dataset.value);
      if (!parsed.ok) {
        addIssue({ message: addressProblem(parsed.error) });
        return NEVER;
      }
      if (family !== undefined && parsed.value.family !== family) {
        addIssue({ message: `${dataset.value} is not IPv${family}` });
        return NEVER;
      }
      return formatCidr(parsed.value);
    }),
  );

/** An address of one family; canonical after reading. */
export const address = (family: Family) =>
  v.pipe(
    v.string(),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      const parsed = parseAddress(dataset.value);
      if (!parsed.ok || parsed.value.family !== family) {
        addIssue({
          message: parsed.ok ? `${dataset.value} is not IPv${family}` : addressProblem(parsed.error),
        });
        return NEVER;
      }
      return formatAddress(parsed.value);
    }),
  );

export const wholeNumber = (lowest: number, highest: number) => {
  const message = `should be a whole number from ${lowest} to ${highest}`;
  return v.pipe(v.number(), v.integer(message), v.minValue(lowest, message), v.maxValue(highest, message));
};
