import { useEffect, useState } from "react";
import type { Answer, Question } from "../../../engine";
import { useEngine } from "../../analysis/engine-context";

type Told = Readonly<{ question: Question; answer: Answer }>;

/** The engine's answer to a question about the design as it is; null before it comes, and where nothing is asked. */
export const useAnswerOf = (question: Question | null): Answer | null => {
  const engine = useEngine();
  const [told, setTold] = useState<Told | null>(null);
  useEffect(() => {
    if (question === null) return;
    let isWanted = true;
    // An engine that dies is started again elsewhere; the row then goes without a reason.
    const tell = (answer: Answer): void => {
      if (isWanted) setTold({ question, answer });
    };
    engine.test(question).then(tell, () => {});
    return () => {
      isWanted = false;
    };
  }, [engine, question]);
  return told !== null && told.question === question ? told.answer : null;
};
