/**
 * What keeps a field's text from counting. `missing`: it is not finished yet, which is said quietly; `wrong`: it names a
 * fault. `text` is a sentence without its full stop.
 */
export type Fault = Readonly<{ kind: "missing" | "wrong"; text: string }>;

export const missing = (text: string): Fault => ({ kind: "missing", text });

export const wrong = (text: string): Fault => ({ kind: "wrong", text });
