import type { Scene } from "../scene/scene";
import { usePathlight } from "../store/store";
import { BADGE_STROKES } from "./FrameBadges";
import { LegendEntry as Entry } from "./LegendEntry";
import { LegendLabels } from "./LegendLabels";
import "./legend.css";
import { useShownAnswer } from "./use-shown-answer";

/** What the signs of this drawing mean: only those that it has. */
export const Legend = ({ scene }: Readonly<{ scene: Scene }>) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what may scroll must be within reach of the keys
  <section id="pl-legend" className="pl-legend" aria-label="Legend" tabIndex={0}>
    <h2>Legend</h2>
    <ul>
      <Arrows scene={scene} />
      <Tested />
      <LegendLabels arrows={scene.arrows} />
      <Groups scene={scene} />
      <Frames scene={scene} />
      <Joined />
    </ul>
  </section>
);

const LINES = [
  { weight: "full", change: null, text: "Thick: allowed on these ports, and the replies get back" },
  {
    weight: "thin",
    change: null,
    text: "Thin: allowed too, out to the Internet or by a rule for any address; point at it for its ports",
  },
  { weight: "full", change: "closed", text: "Dashed, ×: closed by the last change, no longer allowed" },
] as const;

const Arrows = ({ scene: { arrows } }: Readonly<{ scene: Scene }>) => (
  <>
    {LINES.map(({ weight, change, text }) => {
      const isClosed = change === "closed";
      const isThere = isClosed
        ? arrows.some((arrow) => arrow.change === "closed")
        : arrows.some((arrow) => arrow.weight === weight && arrow.change !== "closed");
      return (
        isThere && (
          <Entry key={text} sign={<Line weight={weight} change={change} />}>
            {text}
          </Entry>
        )
      );
    })}
  </>
);

const Line = ({ weight, change }: Readonly<{ weight: "full" | "thin"; change: "closed" | null }>) => (
  <svg width={40} height={12} aria-hidden="true">
    <path
      className="pl-arrow"
      data-weight={weight}
      data-change={change}
      d="M2 6H38"
      markerEnd={`url(#pl-head-${change ?? weight})`}
    />
  </svg>
);

const Tested = () => {
  const answer = useShownAnswer();
  if (answer === null) return null;
  const text = "The way of the packet that is tested";
  return (
    <Entry
      sign={
        <svg width={40} height={12} aria-hidden="true" className={`pl-tested--${answer.verdict}`}>
          <path className="pl-tested__line" d="M2 6H38" />
        </svg>
      }
    >
      {answer.verdict === "blocked" ? `${text}; ✕ stands where it, or its reply, is stopped` : text}
    </Entry>
  );
};

const Groups = ({ scene: { cards, hulls } }: Readonly<{ scene: Scene }>) => {
  const chip = cards.flatMap(({ rows }) => rows.flatMap(({ chips }) => chips))[0];
  return (
    <>
      {hulls.length > 0 && (
        <Entry sign={<i className="pl-legend__hull" />}>Members of a security group</Entry>
      )}
      {chip && (
        <Entry
          sign={
            <span className="pl-chip" style={{ "--chip": `var(--pl-group-${chip.color})` }}>
              {chip.label}
            </span>
          }
        >
          Chip: a group that the interface wears; drag one from the VPC’s head onto a card to put it on
        </Entry>
      )}
    </>
  );
};

const Frames = ({ scene: { frames } }: Readonly<{ scene: Scene }>) => {
  const badges = new Set(frames.flatMap((frame) => frame.badges.map(({ kind }) => kind)));
  const tones = new Set(frames.map(({ tone }) => tone));
  return (
    <>
      {tones.has("public") && (
        <Entry sign={<i className="pl-legend__frame pl-frame pl-frame--public" />}>
          Globe: a public subnet, its routes lead to an internet gateway
        </Entry>
      )}
      {tones.has("private") && (
        <Entry sign={<i className="pl-legend__frame pl-frame pl-frame--private" />}>
          Lock: a private subnet, none of its routes does
        </Entry>
      )}
      {badges.has("routeTable") && <Entry sign={<Badge kind="routeTable" />}>The subnet’s route table</Entry>}
      {badges.has("networkAcl") && <Entry sign={<Badge kind="networkAcl" />}>The subnet’s network ACL</Entry>}
    </>
  );
};

const Badge = ({ kind }: Readonly<{ kind: keyof typeof BADGE_STROKES }>) => (
  <svg className="pl-glyph" width={16} height={16} viewBox="0 0 24 24" aria-hidden="true">
    <path d={BADGE_STROKES[kind]} />
  </svg>
);

const Joined = () => {
  const isJoined = usePathlight(
    ({ diagram: { network } }) =>
      Object.keys(network.vpcPeeringConnections).length > 0 ||
      Object.keys(network.transitGatewayAttachments).length > 0,
  );
  return (
    isJoined && (
      <Entry
        sign={
          <svg width={40} height={12} aria-hidden="true">
            <path className="pl-link" d="M2 6H38" />
          </svg>
        }
      >
        Peering or attachment: what is joined, not who may talk
      </Entry>
    )
  );
};
