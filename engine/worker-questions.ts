/** What the worker loads with the first question or change, and before a vast design. */
import type { IndexedEngine } from "./indexed-engine";
import { type Questions, questionsOf, upkeep } from "./questions";
import { createRenewal } from "./renewal";

export { upkeep };

declare const setTimeout: (act: () => void, milliseconds: number) => unknown;

type Slices = Readonly<{ start(): void; isTimeUp(): boolean }>;

/** What is asked of the worker's index. After an edit, what edits left behind is cleared away while nothing is asked. */
export function workerQuestions(
  { asked, ready, replace }: Pick<IndexedEngine, "asked" | "ready" | "replace">,
  { start, isTimeUp }: Slices,
): Questions {
  const renew = createRenewal({ asked, ready, replace, isTimeUp, upkeep: () => upkeep });
  let isWaiting = false;
  const tidy = () => {
    start();
    isWaiting = renew();
    if (isWaiting) setTimeout(tidy, 0);
  };
  const questions = questionsOf(ready);
  return {
    ...questions,
    settle() {
      const delta = questions.settle();
      if (!isWaiting) setTimeout(tidy, 0);
      isWaiting = true;
      return delta;
    },
  };
}
