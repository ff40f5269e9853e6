import Autosuggest from "@cloudscape-design/components/autosuggest";
import FormField from "@cloudscape-design/components/form-field";
import { useMemo, useState } from "react";
import { type EndOptionGroup, endOfText, onlyEndLike, textOfEnd } from "./end-options";

type Props = Readonly<{
  label: string;
  end: string;
  options: readonly EndOptionGroup[];
  fault: string;
  onChange(end: string): void;
}>;

/** One end of the path: chosen from the list, or typed as a name, an address or a CIDR. */
export const EndField = ({ label, end, options, fault, onChange }: Props) => {
  const [isTyping, setTyping] = useState(false);
  const shown = useMemo(
    () =>
      options.map((group) => ({
        label: group.label,
        options: group.options.map(({ text }) => ({ value: text })),
      })),
    [options],
  );
  /** Enter on a text that names nothing by itself, but fits one end only, means that end. */
  const complete = () => {
    const only = fault === "" ? null : onlyEndLike(options, end);
    if (only !== null) onChange(only);
  };
  return (
    <div className="pl-test__end">
      <FormField label={label} errorText={isTyping ? "" : fault}>
        <Autosuggest
          value={textOfEnd(options, end)}
          options={shown}
          placeholder="Name, address or Internet"
          enteredTextLabel={(text) => `Use “${text}”`}
          empty="Type a name, an address or a CIDR"
          expandToViewport
          virtualScroll
          onFocus={() => setTyping(true)}
          onBlur={() => setTyping(false)}
          onSelect={({ detail }) => detail.selectedOption === undefined && complete()}
          onChange={({ detail }) => onChange(endOfText(options, detail.value))}
        />
      </FormField>
    </div>
  );
};
