import { useEffect, useState } from "react";

/**
 * The answer to a question put to the engine, asked again whenever `topic` is another object or text. While a new answer is
 * on its way the old one stays; null before the first, and where the engine could not answer (it is asked again with the next
 * edit).
 */
export const useAnswer = <Answer>(
  ask: () => Promise<Answer>,
  ...topic: readonly unknown[]
): Answer | null => {
  const [answer, setAnswer] = useState<Answer | null>(null);
  useEffect(() => {
    let current = true;
    const keep = (value: Answer | null): void => {
      if (current) setAnswer(value);
    };
    ask().then(keep, () => keep(null));
    return () => {
      current = false;
    };
  }, topic);
  return answer;
};
