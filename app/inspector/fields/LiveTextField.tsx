import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import { type LiveText, useLiveText } from "./use-live-text";

type Props = LiveText &
  Readonly<{
    label: string;
    /** False in lists and tables, where the label is seen elsewhere: it is then heard only. */
    labelSeen?: boolean;
    /** Said under the field. */
    note?: string;
    placeholder?: string;
  }>;

/** A labelled text field that edits the design with every valid keystroke. */
export const LiveTextField = ({ label, labelSeen = true, note, placeholder, ...live }: Props) => {
  const { text, fault, change, commit } = useLiveText(live);
  return (
    <FormField
      label={labelSeen ? label : undefined}
      constraintText={note}
      errorText={fault ?? undefined}
      stretch
    >
      <Input
        value={text}
        onChange={({ detail }) => change(detail.value)}
        onBlur={commit}
        onKeyDown={({ detail }) => detail.key === "Enter" && commit()}
        ariaLabel={label}
        {...(placeholder === undefined ? {} : { placeholder })}
      />
    </FormField>
  );
};
