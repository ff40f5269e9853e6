import type { PathCounts } from "../../../engine";
import type { Change } from "../../store/state";

/** One count of a change with its sign, for a badge. */
export type Count = Readonly<{ kind: keyof PathCounts; sign: string; text: string }>;

const KINDS = [
  { kind: "opened", sign: "+" },
  { kind: "closed", sign: "−" },
  { kind: "widened", sign: "~" },
  { kind: "narrowed", sign: "~" },
] as const;

/** The counts that are not zero. */
export const countsOf = ({ delta }: Pick<Change, "delta">): readonly Count[] =>
  KINDS.filter(({ kind }) => delta[kind] > 0).map(({ kind, sign }) => ({
    kind,
    sign,
    text: `${delta[kind]} ${kind}`,
  }));

/** What the Internet reaches since this change, or no longer reaches; empty where it has nothing to do with it. */
export const exposureText = ({ delta: { exposed, unexposed } }: Pick<Change, "delta">): string =>
  [
    exposed.length > 0 ? `Internet now reaches ${exposed.join(", ")}` : "",
    unexposed.length > 0 ? `Internet no longer reaches ${unexposed.join(", ")}` : "",
  ]
    .filter((part) => part !== "")
    .join(" · ");

/** Pairs of tiers named in a row of the list; the canvas shows them all. */
const NAMED = 2;

/** Between which tiers it happened: "app → database, web → app and 3 more". */
export const whereText = ({ delta: { tierPairs } }: Pick<Change, "delta">): string => {
  const named = tierPairs.slice(0, NAMED).map(({ fromName, toName }) => `${fromName} → ${toName}`);
  const others = tierPairs.length - named.length;
  return named.join(", ") + (others > 0 ? ` and ${others} more` : "");
};
