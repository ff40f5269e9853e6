import type { Command } from "../../document/command";
import type { Diagram } from "../../document/diagram";
import { refusalText } from "../../document/refusal-sentences";
import { usePathlight } from "../../store/store";

/** Why a command would be refused, in EC2's code and a plain sentence; null where it would be taken. */
export const barrierTo = (diagram: Diagram, command: Command): string | null => {
  const result = command.run(diagram);
  return result.ok ? null : refusalText(result.error);
};

export type Barred = Readonly<{ disabled?: true; disabledReason?: string }>;

/** The props of a button that says why it cannot succeed. */
export const barredBy = (barrier: string | null): Barred =>
  barrier === null ? {} : { disabled: true, disabledReason: barrier };

/** The same for what a button does to the design as it is now. */
export const useBarrier = (command: Command): Barred =>
  barredBy(
    barrierTo(
      usePathlight((state) => state.diagram),
      command,
    ),
  );
