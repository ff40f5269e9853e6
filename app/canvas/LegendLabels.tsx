import type { Arrow } from "../scene/scene";
import { LegendEntry } from "./LegendEntry";

type Label = Readonly<{ text: string; badge: string }>;

const TEXTS: readonly Readonly<{ sign: string; has(label: Label): boolean; text: string }>[] = [
  {
    sign: "As Internet",
    has: ({ text }) => text.endsWith("s Internet"),
    text: "As Internet: what every Internet address may, besides what is named",
  },
  {
    sign: "+1",
    has: ({ text }) => / \+\d+$/.test(text),
    text: "+1: one more port or protocol than fits; click the label to see all",
  },
];

const BADGES: readonly Readonly<{ sign: string; has(label: Label): boolean; text: string }>[] = [
  {
    sign: "1 of 2",
    has: ({ badge }) => / of /.test(badge),
    text: "1 of 2: for one of two pairs of interfaces only; the others are blocked",
  },
  {
    sign: "some",
    has: ({ badge }) => badge === "some addresses",
    text: "Some addresses: not for every address of the range",
  },
  {
    sign: "some",
    has: ({ badge }) => badge === "some clients only",
    text: "Some clients only: replies reach only some of the ports that clients use",
  },
];

const MARKS = [
  {
    sign: "+",
    kind: "opened",
    changes: ["opened", "widened"],
    text: "Plus: opened, or allows more, since the last change",
  },
  { sign: "−", kind: "narrowed", changes: ["narrowed"], text: "Minus: allows less since the last change" },
] as const;

/** What is written on the labels of arrows, as far as the drawing has it. */
export const LegendLabels = ({ arrows }: Readonly<{ arrows: readonly Arrow[] }>) => {
  const labels = arrows.flatMap(({ label }) =>
    label ? [{ text: label.text, badge: label.badge ?? "" }] : [],
  );
  const changes = new Set<string | null>(arrows.map(({ change }) => change));
  const entryOf = (className: string) => (entry: (typeof TEXTS)[number]) =>
    labels.some(entry.has) && (
      <LegendEntry key={entry.text} sign={<span className={className}>{entry.sign}</span>}>
        {entry.text}
      </LegendEntry>
    );
  return (
    <>
      {TEXTS.map(entryOf("pl-arrow-label"))}
      {BADGES.map(entryOf("pl-arrow-label__badge"))}
      {MARKS.filter((mark) => mark.changes.some((change) => changes.has(change))).map(
        ({ sign, kind, text }) => (
          <LegendEntry
            key={kind}
            sign={
              <span className="pl-arrow-label pl-legend__mark" data-change={kind}>
                <span className="pl-arrow-label__sign">{sign}</span>
              </span>
            }
          >
            {text}
          </LegendEntry>
        ),
      )}
    </>
  );
};
