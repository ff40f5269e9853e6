import type { TestForm } from "../../store/state";
import { type FormReading, fieldsOf } from "../../store/test-question";
import { type EndOptionGroup, endsLike } from "./end-options";

export type EndName = "from" | "to";

/** A sentence about a field, under all of them. A fault marks its field; what is still being typed is none. */
export type FieldNote = Readonly<{ field: keyof TestForm; label: string; text: string; isFault: boolean }>;

const LABELS: Readonly<Record<keyof TestForm, string>> = {
  from: "Source",
  to: "Destination",
  type: "Service",
  protocol: "Protocol",
  port: "Port",
  client: "Client",
  icmpType: "Type",
  icmpCode: "Code",
};

const HOW_TO_NAME = "Choose from the list, or type a name, an address or a CIDR.";

/** Nobody has typed an address to its end before it is one. */
const mayBecomeAddress = (text: string): boolean => /^[\da-f.:/]+$/i.test(text.trim());

const endText = (text: string, fault: string, options: readonly EndOptionGroup[]): string => {
  const [only, other, ...more] = endsLike(options, text);
  if (only === undefined) return `${fault} ${HOW_TO_NAME}`;
  if (other === undefined) return `Press Enter for ${only.text}.`;
  return `“${text.trim()}” fits ${more.length + 2} in the list: choose one.`;
};

type Asked = Readonly<{
  form: TestForm;
  reading: FormReading;
  options: readonly EndOptionGroup[];
  /** The end whose field has the focus. */
  typing: EndName | null;
}>;

const note = (field: keyof TestForm, text: string, isFault = true): FieldNote => ({
  field,
  label: LABELS[field],
  text,
  isFault,
});

const endNote = ({ form, options, typing }: Asked, field: EndName, fault: string): FieldNote => {
  const text = form[field];
  const mayGrow = endsLike(options, text).length > 0 || mayBecomeAddress(text);
  return note(field, endText(text, fault, options), typing !== field || !mayGrow);
};

/** What is missing beside the ends: an empty field says nothing by itself. */
const missing = ({ from, to, protocol, port }: TestForm): readonly FieldNote[] => {
  if (from.trim() === "" || to.trim() === "") return [];
  if (protocol.trim() === "") return [note("protocol", "Choose one, or type its number (0–255).")];
  const needsPort = fieldsOf(protocol).includes("port") && port.trim() === "";
  return needsPort ? [note("port", "It is missing. Type the one that the packet goes to, such as 443.")] : [];
};

const isEnd = (field: string): field is EndName => field === "from" || field === "to";

const isField = (field: string): field is keyof TestForm => Object.hasOwn(LABELS, field);

/** What keeps the form from being a question, field by field, and what to do about it. */
export const fieldNotes = (asked: Asked): readonly FieldNote[] => {
  const { reading, form } = asked;
  if (reading.kind === "incomplete") return missing(form);
  if (reading.kind === "question") return [];
  return Object.entries(reading.faults).flatMap(([field, fault]) => {
    if (isEnd(field)) return [endNote(asked, field, fault)];
    return isField(field) ? [note(field, fault)] : [];
  });
};
