import type { Result } from "../../result";
import type { Refusal } from "../refusal";

/** "ok", or the code and our reason of a refusal: "InvalidParameterValue portsReversed". */
export const refused = (result: Result<unknown, Refusal>): string =>
  result.ok ? "ok" : `${result.error.code} ${result.error.reason}`;
