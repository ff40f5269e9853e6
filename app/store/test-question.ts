import { type Network, type Question, type QuestionInput, question } from "../../engine";
import type { TestForm } from "./state";

/** Sentences beside the fields they are about. */
export type FormFaults = Readonly<Partial<Record<keyof TestForm, string>>>;

/** What the fields of the test amount to: nothing yet, something wrong with some of them, or a question. */
export type FormReading =
  | Readonly<{ kind: "incomplete" }>
  | Readonly<{ kind: "wrong"; faults: FormFaults }>
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

const numberFaults = (form: TestForm, fields: readonly NumberField[]): FormFaults =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const text = form[field].trim();
      const { most, name } = NUMBERS[field];
      const isRight = text === "" || (/^\d+$/.test(text) && Number(text) <= most);
      return isRight ? [] : [[field, `${text} is not ${name} (0–${most}).`]];
    }),
  );

/** A name is asked about together with a sound other end, so that it is judged whatever stands in the other fields. */
const nameFaults = (network: Network, form: TestForm): FormFaults =>
  Object.fromEntries(
    (["from", "to"] as const).flatMap((field) => {
      const name = form[field].trim();
      const sound = { from: "internet", to: "internet", protocol: "tcp", port: 0 };
      const read = question(network, { ...sound, [field]: name });
      return name === "" || read.ok ? [] : [[field, read.error.message]];
    }),
  );

/** Only the fields that the protocol has; those left empty are not given. */
const inputOf = (form: TestForm, fields: readonly NumberField[]): QuestionInput => {
  const given = fields.flatMap((field) => {
    const text = form[field].trim();
    return text === "" ? [] : [[field, Number(text)] as const];
  });
  const { from, to, protocol } = form;
  return {
    from: from.trim(),
    to: to.trim(),
    protocol: protocol.trim(),
    ...(fields.includes("port") && form.client !== "" ? { client: form.client } : {}),
    ...Object.fromEntries(given),
  };
};

const isField = (form: TestForm, field: string): field is keyof TestForm => field in form;

/** Reads the fields of the test against a network: names are resolved as the headless command resolves them. */
export const readTestForm = (network: Network, form: TestForm): FormReading => {
  const fields = fieldsOf(form.protocol);
  const faults = { ...nameFaults(network, form), ...numberFaults(form, fields) };
  if (Object.keys(faults).length > 0) return { kind: "wrong", faults };
  const needed = [form.from, form.to, form.protocol, ...(fields.includes("port") ? [form.port] : [])];
  if (needed.some((text) => text.trim() === "")) return INCOMPLETE;
  const read = question(network, inputOf(form, fields));
  if (read.ok) return { kind: "question", question: read.value };
  const { field, message } = read.error;
  return isField(form, field) ? { kind: "wrong", faults: { [field]: message } } : INCOMPLETE;
};
