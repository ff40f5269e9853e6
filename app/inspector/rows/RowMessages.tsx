import type { RowMessage } from "./live-rows";

type Props = Readonly<{ messages: readonly RowMessage[]; id: string }>;

/** What is to be said under a row. Each message has an id that its field is described by. */
export const RowMessages = ({ messages, id }: Props) =>
  messages.map(({ field, tone, text }) => (
    <p key={field} id={`${id}${field}`} className={`pl-message pl-message--${tone}`}>
      {text}
    </p>
  ));

/** The id of what is wrong at a field; null while nothing is. What is only missing is said quietly, below the row. */
export const messageIdIn =
  (messages: readonly RowMessage[], id: string) =>
  (field: string): string | null =>
    messages.some((message) => message.field === field && message.tone === "wrong") ? `${id}${field}` : null;
