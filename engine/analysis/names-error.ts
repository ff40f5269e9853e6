import { fail, type Result } from "../result";

/** The fields of a question. */
export type QuestionField =
  | "from"
  | "to"
  | "protocol"
  | "port"
  | "sourcePort"
  | "client"
  | "icmpType"
  | "icmpCode";

/** Why a question cannot be asked, and which field is to blame. `message` is one sentence on one line. */
export type NameError = Readonly<{
  code:
    | "missing"
    | "wrongType"
    | "outOfRange"
    | "notAllowed"
    | "unknownName"
    | "ambiguousName"
    | "badAddress";
  field: QuestionField;
  message: string;
  /** What an ambiguous name may mean, each as text that names one thing. */
  candidates?: readonly string[];
}>;

export const refused = (
  code: NameError["code"],
  field: QuestionField,
  message: string,
): Result<never, NameError> => fail({ code, field, message });
