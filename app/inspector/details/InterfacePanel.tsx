import { interfaceTitle, type NetworkInterface } from "../../../engine";
import { usePathlight } from "../../store/store";
import { GroupPicker } from "../fields/GroupPicker";
import { ElementLink } from "../parts/ElementLink";
import { Addresses } from "./Addresses";

type Props = Readonly<{
  owned: NetworkInterface;
  /** False where it can never wear a group. */
  canWear?: boolean;
}>;

/** One interface within what it is attached to: where it is, its addresses, its groups. */
export const InterfacePanel = ({ owned, canWear = true }: Props) => {
  const title = usePathlight(({ diagram }) => interfaceTitle(diagram.network, owned));
  return (
    <div className="pl-panel">
      <p className="pl-panel__title">
        <ElementLink id={owned.networkInterfaceId}>
          {owned.name === "" ? owned.networkInterfaceId : owned.name}
        </ElementLink>
        <span className="pl-list__aside">
          in <ElementLink id={owned.subnetId} />
        </span>
      </p>
      <Addresses owner={owned} name={title} />
      {canWear ? <GroupPicker wearer={owned} name={title} /> : null}
    </div>
  );
};
