import FormField from "@cloudscape-design/components/form-field";
import Select from "@cloudscape-design/components/select";
import type { Command } from "../../document/command";
import { useRefusal } from "./use-refusal";

export type Choice = Readonly<{ value: string; label: string; description?: string }>;

type Props = Readonly<{
  label: string;
  choices: readonly Choice[];
  /** The value in force; null where there is none. */
  value: string | null;
  /** What brings another value into force. */
  choose(value: string): Command;
  note?: string;
  placeholder?: string;
  empty?: string;
}>;

/** One of several values, in force at once. What is refused is said below it. */
export const ChoiceField = ({ label, choices, value, choose, note, placeholder, empty }: Props) => {
  const { refused, run } = useRefusal();
  const chosen = choices.find((choice) => choice.value === value);
  return (
    <FormField label={label} constraintText={note} errorText={refused} stretch>
      <Select
        options={choices}
        selectedOption={chosen ?? (value === null ? null : { value, label: value })}
        onChange={({ detail }) => {
          if (detail.selectedOption.value !== undefined) run(choose(detail.selectedOption.value));
        }}
        placeholder={placeholder ?? "Choose"}
        empty={empty ?? "Nothing to choose"}
        expandToViewport
        ariaLabel={label}
      />
    </FormField>
  );
};
