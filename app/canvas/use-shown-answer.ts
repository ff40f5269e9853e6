import { useMemo } from "react";
import type { Answer } from "../../engine";
import { usePathlight } from "../store/store";
import { readTestForm } from "../store/test-question";

/** The answer to the test, while the drawer shows it. */
export const useShownAnswer = (): Answer | null => {
  const form = usePathlight((state) => state.testForm);
  const network = usePathlight((state) => state.diagram.network);
  const answer = usePathlight((state) => state.answer);
  const isShown = usePathlight(
    ({ preferences }) => preferences.drawerOpen && preferences.drawerTab === "test",
  );
  const isAsked = useMemo(() => readTestForm(network, form).kind === "question", [network, form]);
  return isShown && isAsked ? answer : null;
};
