import Autosuggest from "@cloudscape-design/components/autosuggest";
import FormField from "@cloudscape-design/components/form-field";
import { useMemo } from "react";
import { type EndOptionGroup, endOfText, endsLike, textOfEnd } from "./end-options";
import { fieldNoteId } from "./FieldNotes";
import type { EndName } from "./field-notes";

type Props = Readonly<{
  label: string;
  name: EndName;
  end: string;
  options: readonly EndOptionGroup[];
  isWrong: boolean;
  /** What is typed is an end as it stands. */
  isEnd: boolean;
  onTyping(isTyping: boolean): void;
  onChange(end: string): void;
}>;

/** One end of the path: chosen from the list, or typed as a name, an address or a CIDR. */
export const EndField = ({ label, name, end, options, isWrong, isEnd, onTyping, onChange }: Props) => {
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
    const [only, other] = isEnd ? [] : endsLike(options, end);
    if (only !== undefined && other === undefined) onChange(only.end);
  };
  return (
    <div className="pl-test__end">
      <FormField label={label}>
        <Autosuggest
          value={textOfEnd(options, end)}
          options={shown}
          placeholder="Name, address or Internet"
          enteredTextLabel={(text) => `Use “${text}”`}
          empty="Type a name, an address or a CIDR"
          clearAriaLabel={`Clear ${label.toLowerCase()}`}
          invalid={isWrong}
          {...(isWrong ? { ariaDescribedby: fieldNoteId(name) } : {})}
          expandToViewport
          virtualScroll
          onFocus={() => onTyping(true)}
          onBlur={() => onTyping(false)}
          onSelect={({ detail }) => detail.selectedOption === undefined && complete()}
          onChange={({ detail }) => onChange(endOfText(options, detail.value))}
        />
      </FormField>
    </div>
  );
};
