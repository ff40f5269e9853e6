import { useEffect, useMemo } from "react";
import { pathlight, usePathlight } from "../../store/store";
import { readTestForm } from "../../store/test-question";
import { AnswerView } from "./AnswerView";
import { prefilled } from "./prefill";
import { TestFields } from "./TestFields";

/** An empty form takes what is selected, once: what stands in it afterwards is the user's. */
const usePrefill = (): void => {
  const selection = usePathlight((state) => state.selection);
  useEffect(() => {
    if (selection.kind === "none") return;
    const form = prefilled(pathlight.getState());
    if (form !== null) pathlight.getState().setTestForm(form);
  }, [selection]);
};

const WAITING = {
  incomplete: "Choose a source and a destination: you will see whether the packet gets through, and why.",
  wrong: "A field above does not say anything that can be tested yet.",
  question: "Working it out …",
} as const;

/** Asks whether one packet gets through, and says why. The answer follows every edit. */
export const TestTab = () => {
  usePrefill();
  const form = usePathlight((state) => state.testForm);
  const network = usePathlight((state) => state.diagram.network);
  const answer = usePathlight((state) => state.answer);
  const reading = useMemo(() => readTestForm(network, form), [network, form]);
  const shown = reading.kind === "question" ? answer : null;
  return (
    <div className="pl-test">
      <TestFields network={network} form={form} reading={reading} answer={shown} />
      {shown === null ? (
        <p className="pl-drawer__empty">{WAITING[reading.kind]}</p>
      ) : (
        <AnswerView network={network} answer={shown} />
      )}
    </div>
  );
};
