import { useState } from "react";
import type { Result } from "../../../engine";
import type { Command } from "../../document/command";
import type { Diagram } from "../../document/diagram";
import { refusalText } from "../../document/refusal-sentences";
import { pathlight, usePathlight } from "../../store/store";
import { useTyping } from "./use-typing";

/** A text of the design that is edited live. */
export type LiveText = Readonly<{
  /** Where the text in force is found. */
  inForce(diagram: Diagram): string;
  /** What brings a typed text into force, or a sentence (without its full stop) about what is wrong with it. */
  edit(text: string): Result<Command, string>;
  /** Typing in this field is one undo step. */
  mergeKey: string;
}>;

export type LiveTextState = Readonly<{
  text: string;
  /** What is wrong and what is in force meanwhile; null while the text is in force. */
  fault: string | null;
  change(text: string): void;
  commit(): void;
}>;

/** What was typed, against which text in force: another one there (undo) means that the typed text is no longer true. */
type Typed = Readonly<{ text: string; against: string; fault: string | null }>;

const dispatched = (edit: Result<Command, string>, mergeKey: string): string | null => {
  if (!edit.ok) return `${edit.error}.`;
  const result = pathlight.getState().dispatch({ ...edit.value, mergeKey });
  return result.ok ? null : refusalText(result.error);
};

const inForceSentence = (text: string): string =>
  text === "" ? "Not applied." : `Not applied. Still in force: ${text}`;

/** Typing that takes effect with every valid keystroke; a wrong text leaves what was there in force and says so. */
export const useLiveText = ({ inForce, edit, mergeKey }: LiveText): LiveTextState => {
  const value = usePathlight(({ diagram }) => inForce(diagram));
  const [typed, setTyped] = useState<Typed | null>(null);
  const typing = useTyping();
  const shown = typed !== null && typed.against === value ? typed : { text: value, fault: null };
  return {
    text: shown.text,
    fault: shown.fault === null ? null : `${shown.fault} ${inForceSentence(value)}`,
    change: (text) => {
      const fault = text === value ? null : dispatched(edit(text), mergeKey);
      setTyped({ text, against: inForce(pathlight.getState().diagram), fault });
      typing.went();
    },
    commit: () => {
      if (shown.fault === null) setTyped(null);
      typing.ended();
    },
  };
};
