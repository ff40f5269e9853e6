import { useState } from "react";
import type { Command } from "../../document/command";
import type { Diagram } from "../../document/diagram";
import { refusalText } from "../../document/refusal-sentences";
import { pathlight, usePathlight } from "../../store/store";

export type Refusable = Readonly<{
  /** EC2's code and a plain sentence about the last command; undefined when it was taken, or the design is another one. */
  refused: string | undefined;
  /** Dispatches, and answers whether it was taken. */
  run(command: Command): boolean;
}>;

type Said = Readonly<{ text: string; of: Diagram }>;

/** Commands of one field or button, whose refusals are said beside it. */
export const useRefusal = (): Refusable => {
  const diagram = usePathlight((state) => state.diagram);
  const [said, setSaid] = useState<Said | null>(null);
  return {
    refused: said?.of === diagram ? said.text : undefined,
    run: (command) => {
      const result = pathlight.getState().dispatch(command);
      const text = result.ok ? null : refusalText(result.error);
      setSaid(text === null ? null : { text, of: pathlight.getState().diagram });
      return result.ok;
    },
  };
};
