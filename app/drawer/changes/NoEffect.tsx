import Button from "@cloudscape-design/components/button";
import { useMemo } from "react";
import type { Change, TestForm } from "../../store/state";
import { pathlight, usePathlight } from "../../store/store";
import { readTestForm } from "../../store/test-question";
import { reasonText } from "./reason-text";
import { type RuleTest, ruleTest } from "./rule-test";
import { useAnswerOf } from "./use-answer-of";

/** Only what the design is now can be asked about. */
const useReason = (change: Change, test: RuleTest | null): string => {
  const network = usePathlight((state) => state.diagram.network);
  const isNow = change.after.network === network;
  const question = useMemo(() => {
    if (!isNow || test?.kind !== "packet") return null;
    const reading = readTestForm(network, test.form);
    return reading.kind === "question" ? reading.question : null;
  }, [isNow, network, test]);
  const answer = useAnswerOf(question);
  return test === null ? "" : reasonText(network, test, answer);
};

const ask = (form: TestForm): void => {
  const { setTestForm, setPreferences } = pathlight.getState();
  setTestForm(form);
  setPreferences({ drawerOpen: true, drawerTab: "test" });
};

/** An edit that changed no path: why not, where a packet of the edited rule tells it, and the test of that packet. */
export const NoEffect = ({ change }: Readonly<{ change: Change }>) => {
  const test = useMemo(() => ruleTest(change), [change]);
  const reason = useReason(change, test);
  return (
    <>
      <span className="pl-change__none">No path changed</span>
      {reason !== "" && <span className="pl-change__reason">{reason}</span>}
      {test?.kind === "packet" && (
        <Button
          variant="inline-link"
          ariaLabel={`Test this path: ${change.label}`}
          onClick={() => ask(test.form)}
        >
          Test this path
        </Button>
      )}
    </>
  );
};
