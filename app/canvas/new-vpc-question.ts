import type { VpcShape } from "./new-vpc";

/** What the user may choose of a VPC itself. */
export type NamedVpc = Readonly<{ name: string; cidrBlock: string }>;

/** `shape` is null for a plain VPC; `named` where it is to be called as it is proposed. */
export type NewVpcAnswer = Readonly<{ shape: VpcShape | null; named: NamedVpc | null }>;

type Answer = (answer: NewVpcAnswer | null) => void;

let show: ((answer: Answer) => void) | null = null;

/** Asks what a new VPC is to be made with; null when the user thinks better of it. Plain when there is nobody to ask. */
export const askForVpc = (): Promise<NewVpcAnswer | null> =>
  new Promise((resolve) => {
    if (show) show(resolve);
    else resolve({ shape: null, named: null });
  });

/** Tells who shows the question, until the returned function is called. */
export const answerForVpc = (listener: (answer: Answer) => void): (() => void) => {
  show = listener;
  return () => {
    show = null;
  };
};
