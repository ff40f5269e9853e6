import Autosuggest, { type AutosuggestProps } from "@cloudscape-design/components/autosuggest";
import { type Ref, useState } from "react";
import { COMPACT } from "../fields/compact";
import { messageProps } from "../rules/RuleCells";
import type { RemoteOptions } from "../rules/remote-options";
import type { MessageRef } from "./RowMessages";

type Props = Readonly<{
  value: string;
  label: string;
  placeholder: string;
  /** Asked for while the field has the focus only. */
  options(): readonly RemoteOptions[];
  messageId: MessageRef | null;
  handle?: Ref<AutosuggestProps.Ref>;
  onChange(text: string): void;
  onDone(): void;
}>;

/** A text field in a row, with suggestions. */
export const SuggestCell = (props: Props) => {
  const { value, label, placeholder, options, messageId, handle, onChange, onDone } = props;
  const [asked, setAsked] = useState(false);
  return (
    <div className="pl-suggest">
      <Autosuggest
        ref={handle ?? null}
        value={value}
        options={asked ? options() : []}
        onFocus={() => setAsked(true)}
        onChange={({ detail }) => onChange(detail.value)}
        onSelect={onDone}
        onBlur={() => {
          setAsked(false);
          onDone();
        }}
        onKeyDown={({ detail }) => detail.key === "Enter" && onDone()}
        placeholder={placeholder}
        enteredTextLabel={(text) => `Use “${text}”`}
        hideEnteredTextOption
        expandToViewport
        ariaLabel={label}
        clearAriaLabel={`Clear ${label}`}
        style={COMPACT}
        {...messageProps(messageId)}
      />
    </div>
  );
};
