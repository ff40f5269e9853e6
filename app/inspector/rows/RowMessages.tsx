import type { RowMessage } from "./live-rows";
import { useSpoken } from "./use-spoken";

type Props = Readonly<{ messages: readonly RowMessage[]; id: string }>;

/** What is to be said under a row. Each message has an id that its field is described by; what is wrong is also said aloud. */
export const RowMessages = ({ messages, id }: Props) => {
  const wrong = messages.filter(({ tone }) => tone === "wrong").map(({ text }) => text);
  const spoken = useSpoken(wrong.join(" "));
  return (
    <>
      {messages.map(({ field, tone, text }) => (
        <p key={field} id={`${id}${field}`} className={`pl-message pl-message--${field} pl-message--${tone}`}>
          {text}
        </p>
      ))}
      {messages.length > 0 && (
        <span className="pl-visually-hidden" role="status">
          {spoken}
        </span>
      )}
    </>
  );
};

/** The message that describes a control. One about the row as a whole does not make each of its fields wrong. */
export type MessageRef = Readonly<{ id: string; isAtField: boolean }>;

/** Finds what is wrong at a field, else with its row; null while nothing is. What is only missing is said quietly, below the row. */
export const messageIdIn =
  (messages: readonly RowMessage[], id: string) =>
  (field: string): MessageRef | null => {
    const wrong = messages.filter(({ tone }) => tone === "wrong").map((message) => message.field);
    const at = wrong.find((each) => each === field) ?? wrong.find((each) => each === "row");
    return at === undefined ? null : { id: `${id}${at}`, isAtField: at === field };
  };
