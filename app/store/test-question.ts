import { type Network, type Question, type QuestionInput, question } from "../../engine";
import type { TestForm } from "./state";

/** What the fields of the test amount to: nothing yet, something wrong with one of them, or a question. */
export type FormReading =
  | Readonly<{ kind: "incomplete" }>
  | Readonly<{ kind: "wrong"; field: keyof TestForm; message: string }>
  | Readonly<{ kind: "question"; question: Question }>;

type NumberField = "port" | "icmpType" | "icmpCode";

const NUMBERS = {
  port: { most: 65535, name: "a port" },
  icmpType: { most: 255, name: "an ICMP type" },
  icmpCode: { most: 255, name: "an ICMP code" },
} as const;

/** The fields beside the protocol that this protocol has. */
export const fieldsOf = (protocol: string): readonly NumberField[] => {
  const name = protocol.trim().toLowerCase();
  if (["tcp", "6", "udp", "17"].includes(name)) return ["port"];
  return ["icmp", "1", "icmpv6", "58"].includes(name) ? ["icmpType", "icmpCode"] : [];
};

const INCOMPLETE: FormReading = { kind: "incomplete" };

const wrongNumber = (field: NumberField, text: string): FormReading | null => {
  const { most, name } = NUMBERS[field];
  if (text === "" || (/^\d+$/.test(text) && Number(text) <= most)) return null;
  return { kind: "wrong", field, message: `${text} is not ${name} (0–${most}).` };
};

/** Only the fields that the protocol has; those left empty are not given. */
const inputOf = (form: TestForm, fields: readonly NumberField[]): QuestionInput => {
  const given = fields.flatMap((field) => {
    const text = form[field].trim();
    return text === "" ? [] : [[field, Number(text)] as const];
  });
  const { from, to, protocol } = form;
  return { from: from.trim(), to: to.trim(), protocol: protocol.trim(), ...Object.fromEntries(given) };
};

const isField = (form: TestForm, field: string): field is keyof TestForm => field in form;

/** Reads the fields of the test against a network: names are resolved as the headless command resolves them. */
export const readTestForm = (network: Network, form: TestForm): FormReading => {
  const fields = fieldsOf(form.protocol);
  for (const field of fields) {
    const wrong = wrongNumber(field, form[field].trim());
    if (wrong !== null) return wrong;
  }
  const needed = [form.from, form.to, form.protocol, ...(fields.includes("port") ? [form.port] : [])];
  if (needed.some((text) => text.trim() === "")) return namesAlone(network, form);
  const read = question(network, inputOf(form, fields));
  if (read.ok) return { kind: "question", question: read.value };
  const { field, message } = read.error;
  return isField(form, field) ? { kind: "wrong", field, message } : INCOMPLETE;
};

/** While other fields are empty, a wrong name is told already: it is asked about together with a sound other end. */
const namesAlone = (network: Network, form: TestForm): FormReading => {
  for (const field of ["from", "to"] as const) {
    const name = form[field].trim();
    const read = question(network, { from: "internet", to: "internet", protocol: 6, port: 0, [field]: name });
    if (name !== "" && !read.ok) return { kind: "wrong", field, message: read.error.message };
  }
  return INCOMPLETE;
};
