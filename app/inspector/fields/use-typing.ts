import { useEffect, useRef } from "react";
import { pathlight } from "../../store/store";

export type Typing = Readonly<{
  /** A keystroke was dispatched. */
  went(): void;
  /** The field is done with: blur, Enter, or the form going away. */
  ended(): void;
}>;

/** Tells the store when a text field is done with, so that what was typed is one undo step and is told. */
export const useTyping = (): Typing => {
  const open = useRef(false);
  const typing = useRef<Typing>({
    went: () => {
      open.current = true;
    },
    ended: () => {
      if (open.current) pathlight.getState().settle();
      open.current = false;
    },
  });
  useEffect(() => typing.current.ended, []);
  return typing.current;
};
