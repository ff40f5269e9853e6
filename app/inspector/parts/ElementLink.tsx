import type { ReactNode } from "react";
import { asId } from "../../../engine";
import { findElement, nameOf } from "../../document/find";
import { pathlight, usePathlight } from "../../store/store";
import { GroupLink } from "./GroupName";
import { KindGlyph } from "./KindGlyph";

type Props = Readonly<{ id: string; children?: ReactNode }>;

/** A thing by name; choosing it selects it. `children` stand in place of its name. */
export const ElementLink = ({ id, children }: Props) => {
  const network = usePathlight(({ diagram }) => diagram.network);
  return (
    <button type="button" className="pl-link" onClick={() => pathlight.getState().selectElements(id)}>
      {children ?? nameOf(network, id)}
    </button>
  );
};

type ListProps = Readonly<{ ids: readonly string[]; empty: string; aside?(id: string): ReactNode }>;

/** Things as links, one a line, with something said of each at the right. */
export const ElementList = ({ ids, empty, aside }: ListProps) => {
  const network = usePathlight(({ diagram }) => diagram.network);
  if (ids.length === 0) return <p className="pl-nothing">{empty}</p>;
  return (
    <ul className="pl-list">
      {ids.map((id) => {
        const kind = findElement(network, id)?.kind;
        return (
          <li key={id}>
            {kind === "securityGroup" ? (
              <GroupLink groupId={asId<"securityGroup">(id)} />
            ) : (
              <>
                {kind === undefined ? null : <KindGlyph kind={kind} size={16} />}
                <ElementLink id={id} />
              </>
            )}
            <span className="pl-list__aside">{aside?.(id)}</span>
          </li>
        );
      })}
    </ul>
  );
};
