import { useEffect, useMemo, useState } from "react";
import type { TestForm } from "../../store/state";
import { pathlight, usePathlight } from "../../store/store";
import { readTestForm } from "../../store/test-question";
import { AnswerView } from "./AnswerView";
import { endOptions } from "./end-options";
import { type EndName, fieldNotes } from "./field-notes";
import { prefilled } from "./prefill";
import { TestFields } from "./TestFields";
import { VerdictLine } from "./VerdictLine";

/** An empty form takes what is selected, once: what stands in it afterwards is the user's. */
const usePrefill = (): void => {
  const selection = usePathlight((state) => state.selection);
  useEffect(() => {
    if (selection.kind === "none") return;
    const form = prefilled(pathlight.getState());
    if (form !== null) pathlight.getState().setTestForm(form);
  }, [selection]);
};

/** Asks whether one packet gets through, and says why. The answer follows every edit. */
export const TestTab = () => {
  usePrefill();
  const form = usePathlight((state) => state.testForm);
  const network = usePathlight((state) => state.diagram.network);
  const answer = usePathlight((state) => state.answer);
  const [typing, setTyping] = useState<EndName | null>(null);
  const reading = useMemo(() => readTestForm(network, form), [network, form]);
  const options = useMemo(() => endOptions(network), [network]);
  const notes = fieldNotes({ form, reading, options, typing });
  const shown = reading.kind === "question" ? answer : null;
  return (
    <div className="pl-test">
      <TestFields form={form} reading={reading} options={options} notes={notes} onTyping={setTyping} />
      <VerdictLine network={network} answer={shown} notes={notes} />
      {shown === null && notes.length === 0 && <p className="pl-drawer__empty">{waitingText(form)}</p>}
      {shown !== null && <AnswerView network={network} answer={shown} />}
    </div>
  );
};

const waitingText = ({ from, to }: TestForm): string => {
  if (from.trim() !== "" && to.trim() !== "") return "Working it out …";
  if (from.trim() !== "")
    return "Choose a destination, too: you will see whether the packet gets through, and why.";
  if (to.trim() !== "") return "Choose a source, too: you will see whether the packet gets through, and why.";
  return "Choose a source and a destination: you will see whether the packet gets through, and why.";
};
