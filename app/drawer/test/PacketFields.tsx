import Autosuggest from "@cloudscape-design/components/autosuggest";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import type { TestForm } from "../../store/state";
import { fieldsOf } from "../../store/test-question";
import { PROTOCOLS, withField } from "./test-services";

type Props = Readonly<{
  form: TestForm;
  faultOf(field: keyof TestForm): string;
  onChange(form: TestForm): void;
}>;

const LABELS = { port: "Port", icmpType: "Type", icmpCode: "Code" } as const;

const nameOfProtocol = (protocol: string): string =>
  PROTOCOLS.find(({ value }) => value === protocol)?.label ?? protocol;

const protocolNamed = (text: string): string =>
  PROTOCOLS.find(({ label }) => label.toLowerCase() === text.trim().toLowerCase())?.value ?? text;

const NAMES = PROTOCOLS.map(({ label }) => ({ value: label }));

/** Protocol, and what this protocol has: a port, or an ICMP type and code. */
export const PacketFields = ({ form, faultOf, onChange }: Props) => (
  <>
    <div className="pl-test__protocol">
      <FormField label="Protocol" errorText={faultOf("protocol")}>
        <Autosuggest
          value={nameOfProtocol(form.protocol)}
          options={NAMES}
          placeholder="Name or number"
          enteredTextLabel={(text) => `Protocol ${text}`}
          expandToViewport
          onChange={({ detail }) => onChange(withField(form, { protocol: protocolNamed(detail.value) }))}
        />
      </FormField>
    </div>
    {fieldsOf(form.protocol).map((field) => (
      <div className="pl-test__number" key={field}>
        <FormField label={LABELS[field]} errorText={faultOf(field)}>
          <Input
            value={form[field]}
            inputMode="numeric"
            autoComplete={false}
            onChange={({ detail }) => onChange(withField(form, { [field]: detail.value }))}
          />
        </FormField>
      </div>
    ))}
  </>
);
