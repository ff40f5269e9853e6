import Input from "@cloudscape-design/components/input";
import Select, { type SelectProps } from "@cloudscape-design/components/select";
import type { Ref } from "react";
import { COMPACT } from "../fields/compact";
import { FirstMatch } from "../parts/FirstMatch";
import type { MessageRef } from "../rows/RowMessages";
import { icmpCodesOf, icmpTypesOf } from "./icmp-types";
import type { RuleField, RuleFields } from "./rule-draft-form";
import { CUSTOM_PROTOCOL, RULE_TYPES, type RuleType, ruleType } from "./rule-types";
import { type TrafficFields, withType } from "./traffic-fields";
import type { RuleRowEditing } from "./use-rule-row";

/** What every cell of a row knows. `name` ends each accessible name: "inbound rule 2". */
export type CellProps = Readonly<{
  fields: RuleFields;
  name: string;
  editing: RuleRowEditing;
  /** The message that describes this field, where there is one; then the text is not in force. */
  messageId(field: RuleField | "type"): MessageRef | null;
}>;

type TrafficEdit = Readonly<{
  field: "type" | "protocol" | "ports";
  patch: Partial<TrafficFields>;
  typed: boolean;
}>;

/** What the first three cells know, in every table that has them. */
export type TrafficCellProps = Readonly<{
  fields: TrafficFields;
  name: string;
  editing: Readonly<{ edit(change: TrafficEdit): void; commit(): void }>;
  messageId(field: "type" | "protocol" | "ports"): MessageRef | null;
}>;

type Option = Readonly<{ value: string; label: string }>;

/** The props that tie a control to the message about it. */
export const messageProps = (message: MessageRef | null) => ({
  invalid: message?.isAtField === true,
  ...(message === null ? {} : { ariaDescribedby: message.id }),
});

type TypeProps = TrafficCellProps & Readonly<{ handle?: Ref<SelectProps.Ref>; types?: readonly RuleType[] }>;

/** The choice of type. A protocol by number is offered where the row has one, and where the table offers it to all. */
export const TypeCell = ({ fields, name, editing, messageId, handle, types = RULE_TYPES }: TypeProps) => {
  const type = ruleType(fields.type);
  const offered = type === CUSTOM_PROTOCOL && !types.includes(type) ? [...types, type] : types;
  const options: readonly Option[] = offered.map(({ id, label }) => ({ value: id, label }));
  const pick = (id: string): void =>
    editing.edit({ field: "type", patch: withType(fields, id), typed: false });
  return (
    <FirstMatch options={options} onPick={pick}>
      <Select
        ref={handle ?? null}
        options={options}
        selectedOption={{ value: type.id, label: type.label }}
        onChange={({ detail }) => pick(detail.selectedOption.value ?? type.id)}
        filteringType="auto"
        filteringAriaLabel="Find a type"
        filteringClearAriaLabel="Clear the filter"
        expandToViewport
        ariaLabel={`Type, ${name}`}
        {...messageProps(messageId("type"))}
      />
    </FirstMatch>
  );
};

const Locked = ({ value, label }: Readonly<{ value: string; label: string }>) => (
  <Input value={value} disabled ariaLabel={label} style={COMPACT} />
);

type ChoiceProps = Readonly<{
  options: readonly Option[];
  value: string;
  label: string;
  disabled?: boolean;
  onChoose(value: string): void;
}>;

/** A choice by number; a number without a name is offered as itself, so that imported rules stay what they are. */
const NumberChoice = ({ options, value, label, disabled = false, onChoose }: ChoiceProps) => {
  const chosen = options.find((option) => option.value === value) ?? { value, label: value };
  return (
    <Select
      options={options.includes(chosen) || value === "" ? options : [...options, chosen]}
      selectedOption={chosen}
      onChange={({ detail }) => onChoose(detail.selectedOption.value ?? value)}
      disabled={disabled}
      expandToViewport
      ariaLabel={label}
    />
  );
};

export const ProtocolCell = ({ fields, name, editing, messageId }: TrafficCellProps) => {
  const { form } = ruleType(fields.type);
  const label = `Protocol, ${name}`;
  if (form.kind === "icmp") {
    const options = icmpTypesOf(form.ipProtocol).map((type) => ({
      value: `${type.icmpType}`,
      label: type.name,
    }));
    return (
      <NumberChoice
        options={options}
        value={fields.protocol}
        label={`ICMP type, ${name}`}
        onChoose={(protocol) =>
          editing.edit({ field: "protocol", patch: { protocol, ports: "all" }, typed: false })
        }
      />
    );
  }
  if (form.kind !== "number") return <Locked value={fields.protocol} label={label} />;
  return (
    <Input
      value={fields.protocol}
      onChange={({ detail }) =>
        editing.edit({ field: "protocol", patch: { protocol: detail.value }, typed: true })
      }
      onBlur={editing.commit}
      inputMode="numeric"
      ariaLabel={label}
      style={COMPACT}
      {...messageProps(messageId("protocol"))}
    />
  );
};

const ALL_CODES: Option = { value: "all", label: "All" };
const NO_CODES: Option = { value: "all", label: "N/A" };

const CodeCell = ({
  fields,
  name,
  editing,
  ipProtocol,
}: TrafficCellProps & { ipProtocol: "icmp" | "icmpv6" }) => {
  const codes = icmpCodesOf(ipProtocol, fields.protocol).map(({ code, name: codeName }) => ({
    value: `${code}`,
    label: codeName,
  }));
  const onlyAll = codes.length === 0 && fields.ports === "all";
  return (
    <NumberChoice
      options={codes.length === 0 ? [NO_CODES] : [ALL_CODES, ...codes]}
      value={fields.ports}
      disabled={onlyAll}
      label={`ICMP code, ${name}`}
      onChoose={(ports) => editing.edit({ field: "ports", patch: { ports }, typed: false })}
    />
  );
};

export const PortsCell = (props: TrafficCellProps) => {
  const { fields, name, editing, messageId } = props;
  const { form } = ruleType(fields.type);
  if (form.kind === "icmp") return <CodeCell {...props} ipProtocol={form.ipProtocol} />;
  if (form.kind !== "ports") return <Locked value={fields.ports} label={`Port range, ${name}`} />;
  return (
    <Input
      value={fields.ports}
      onChange={({ detail }) => editing.edit({ field: "ports", patch: { ports: detail.value }, typed: true })}
      onBlur={editing.commit}
      onKeyDown={({ detail }) => detail.key === "Enter" && editing.commit()}
      placeholder="8080"
      ariaLabel={`Port range, ${name}`}
      style={COMPACT}
      {...messageProps(messageId("ports"))}
    />
  );
};

export const DescriptionCell = ({ fields, name, editing, messageId }: CellProps) => (
  <Input
    value={fields.description}
    onChange={({ detail }) =>
      editing.edit({ field: "description", patch: { description: detail.value }, typed: true })
    }
    onBlur={editing.commit}
    onKeyDown={({ detail }) => detail.key === "Enter" && editing.commit()}
    placeholder="Optional"
    ariaLabel={`Description, ${name}`}
    style={COMPACT}
    {...messageProps(messageId("description"))}
  />
);
