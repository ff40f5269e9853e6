import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Select from "@cloudscape-design/components/select";
import type { TestForm } from "../../store/state";
import { fieldsOf } from "../../store/test-question";
import { ClientField } from "./ClientField";
import { fieldNoteId } from "./FieldNotes";
import { PROTOCOLS, withField } from "./test-services";

type Props = Readonly<{
  form: TestForm;
  isWrong(field: keyof TestForm): boolean;
  onChange(form: TestForm): void;
}>;

type Field = "protocol" | "port" | "icmpType" | "icmpCode";

const LABELS: Readonly<Record<Field, string>> = {
  protocol: "Number",
  port: "Port",
  icmpType: "Type",
  icmpCode: "Code",
};

const OTHER = { value: "", label: "Other" };

/** Protocol, and what this protocol has: a port, an ICMP type and code, or only its number. */
export const PacketFields = ({ form, isWrong, onChange }: Props) => {
  const known = PROTOCOLS.find(({ value }) => value === form.protocol);
  const fields: readonly Field[] = known === undefined ? ["protocol"] : fieldsOf(form.protocol);
  return (
    <>
      <div className="pl-test__protocol">
        <FormField label="Protocol">
          <Select
            selectedOption={known ?? OTHER}
            options={[...PROTOCOLS, OTHER]}
            expandToViewport
            onChange={({ detail }) =>
              onChange(withField(form, { protocol: detail.selectedOption.value ?? "" }))
            }
          />
        </FormField>
      </div>
      {fields.map((field) => (
        <div className="pl-test__number" key={field}>
          <FormField label={LABELS[field]}>
            <Input
              value={form[field]}
              inputMode="numeric"
              invalid={isWrong(field)}
              {...(isWrong(field) ? { ariaDescribedby: fieldNoteId(field) } : {})}
              autoComplete={false}
              onChange={({ detail }) => onChange(withField(form, { [field]: detail.value }))}
            />
          </FormField>
        </div>
      ))}
      {fields.includes("port") && (
        <ClientField client={form.client} onChange={(client) => onChange({ ...form, client })} />
      )}
    </>
  );
};
