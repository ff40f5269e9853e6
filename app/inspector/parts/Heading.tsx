import type { ReactElement, ReactNode } from "react";
import type { ElementKind } from "../../document/find";
import type { ResourceKind } from "../../ui/ResourceGlyph";
import { KindGlyph } from "./KindGlyph";

type Props = Readonly<{
  /** The picture before the name: a kind of thing, or a picture of its own. */
  glyph: ElementKind | ResourceKind | ReactElement | null;
  title: string;
  /** Id and kind. */
  subtitle: string;
  actions?: ReactNode;
}>;

const Glyph = ({ glyph }: Pick<Props, "glyph">) => {
  return typeof glyph === "string" ? <KindGlyph kind={glyph} size={32} tile /> : glyph;
};

/** What the inspector is about: picture, name, id, what can be done with it. */
export const Heading = ({ glyph, title, subtitle, actions }: Props) => (
  <header className="pl-heading">
    <span className="pl-heading__glyph">
      <Glyph glyph={glyph} />
    </span>
    <div className="pl-heading__words">
      <h2>{title}</h2>
      <p>{subtitle}</p>
    </div>
    {actions === undefined ? null : <div className="pl-heading__actions">{actions}</div>}
  </header>
);
