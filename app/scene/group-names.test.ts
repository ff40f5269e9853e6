import { expect, it } from "vitest";
import { grow, overlap } from "./geometry";
import { sceneOf } from "./scene-of";
import { segmentsOf } from "./scenery";
import type { DesignSpec } from "./testing/designs";
import { inputOf } from "./testing/inputs";

/** An instance whose two interfaces wear different groups, with `app` somewhere around it. */
const around = (at: readonly [number, number]): DesignSpec => ({
  name: "two interfaces",
  groups: ["web", "db", "app"],
  vpcAt: [0, 0],
  vpcSize: [1400, 1100],
  internetAt: [-240, 96],
  subnets: [
    {
      name: "a",
      public: true,
      at: [32, 56],
      size: [1300, 1000],
      cards: [
        { name: "two", groups: [["web"], ["db"]], at: [520, 420] },
        { name: "other", groups: [["app"]], at },
      ],
    },
  ],
  pairs: [
    { from: "app", to: "web", tcp: [80, 443] },
    { from: "app", to: "db", tcp: [5432] },
    { from: "web", to: "db", tcp: [5432] },
    { from: "internet", to: "web", tcp: [80] },
  ],
});

it.each([
  [900, 420],
  [900, 800],
  [900, 100],
  [520, 800],
  [520, 100],
  [100, 420],
  [100, 800],
] as const)("no arrow runs through a group's name, not even of one row of a card (%i, %i)", (...at) => {
  const { arrows, hulls } = sceneOf(inputOf(around(at)));
  const struck = arrows.flatMap(({ fromName, toName, points }) =>
    hulls
      .filter(({ label }) => segmentsOf(points).some((segment) => overlap(grow(segment, 2), label.rect)))
      .map(({ label }) => `${fromName} to ${toName} through ${label.text}`),
  );
  expect(struck).toEqual([]);
});
