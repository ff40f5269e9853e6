import type { ReactNode } from "react";
import { ResourceGlyph, type ResourceKind } from "../../ui/ResourceGlyph";

type Props = Readonly<{
  /** The picture before the name: a kind of thing, or a picture of its own. */
  glyph: ResourceKind | ReactNode;
  title: string;
  /** Id and kind. */
  subtitle: string;
  actions?: ReactNode;
}>;

/** What the inspector is about: picture, name, id, what can be done with it. */
export const Heading = ({ glyph, title, subtitle, actions }: Props) => (
  <header className="pl-heading">
    <span className="pl-heading__glyph">
      {typeof glyph === "string" ? <ResourceGlyph kind={glyph as ResourceKind} size={32} tile /> : glyph}
    </span>
    <div className="pl-heading__words">
      <h2>{title}</h2>
      <p>{subtitle}</p>
    </div>
    {actions === undefined ? null : <div className="pl-heading__actions">{actions}</div>}
  </header>
);
