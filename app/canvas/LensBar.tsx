import type { Lens } from "../store/state";
import { pathlight, usePathlight } from "../store/store";
import { endsOf } from "./attention";

const DIRECTIONS = [
  ["canReach", "Can reach"],
  ["reachedBy", "Reached by"],
] as const;

const STEPS = [1, 2, 3, "all"] as const;

/** Shown while something with interfaces is selected: what it can reach, or is reached by, in how many steps. */
export const LensBar = () => {
  const lens = usePathlight((state) => state.lens);
  const hasEnds = usePathlight(({ selection, diagram }) => endsOf(selection, diagram.network) !== null);
  if (!hasEnds) return null;
  const { setLens } = pathlight.getState();
  const turn = (next: NonNullable<Lens>["direction"]) =>
    setLens(lens?.direction === next ? null : { direction: next, steps: lens?.steps ?? 1 });
  return (
    <fieldset className="pl-lens">
      <legend className="pl-visually-hidden">What the selection can reach</legend>
      <span className="pl-segments">
        {DIRECTIONS.map(([direction, text]) => (
          <button
            key={direction}
            type="button"
            aria-pressed={lens?.direction === direction}
            onClick={() => turn(direction)}
          >
            {text}
          </button>
        ))}
      </span>
      {lens && (
        <span className="pl-segments">
          {STEPS.map((steps) => (
            <button
              key={steps}
              type="button"
              aria-pressed={lens.steps === steps}
              aria-label={
                steps === "all"
                  ? "Through any number of steps"
                  : `Through ${steps} step${steps > 1 ? "s" : ""}`
              }
              onClick={() => setLens({ ...lens, steps })}
            >
              {steps === 1 ? "direct" : steps === "all" ? "all steps" : `${steps} steps`}
            </button>
          ))}
        </span>
      )}
    </fieldset>
  );
};
