import Tabs from "@cloudscape-design/components/tabs";
import {
  type Direction,
  type NetworkAcl,
  networkAclOf,
  ok,
  recordOf,
  subnetsOfNetworkAcl,
} from "../../../engine";
import { modifyNetworkAcl, replaceNetworkAclAssociation } from "../../document/commands/network-acl";
import { nameOf } from "../../document/find";
import { usePathlight } from "../../store/store";
import { LiveTextField } from "../fields/LiveTextField";
import { DeleteButton } from "../parts/DeleteButton";
import { ElementLink } from "../parts/ElementLink";
import { Facts } from "../parts/Facts";
import { Heading } from "../parts/Heading";
import { SubnetAssociations } from "../parts/SubnetAssociations";
import { NARROW_TABS } from "../parts/tabs";
import { type MarkedTab, useMarkedTab } from "../parts/use-marked-tab";
import { useMarkedRow } from "../rows/use-marked-row";
import { AclEffects } from "./AclEffects";
import { entriesOf } from "./acl-effects";
import { EntryTable } from "./EntryTable";

type Props = Readonly<{ acl: NetworkAcl }>;

/** "ingress" of "ingress 100". */
const markedTab: MarkedTab = ({ markedRow }, id) =>
  markedRow?.elementId === id ? (markedRow.row.split(" ")[0] ?? null) : null;

/** A network ACL: what it does, its numbered rules to edit, and the subnets that it filters. */
export const NetworkAclDetails = ({ acl }: Props) => {
  const { networkAclId } = acl;
  const [tab, setTab] = useMarkedTab(networkAclId, "ingress", markedTab);
  const markedRow = useMarkedRow(networkAclId);
  const network = usePathlight(({ diagram }) => diagram.network);
  const title = nameOf(network, networkAclId);
  const subnets = subnetsOfNetworkAcl(network, networkAclId).length;
  return (
    <>
      <Heading
        glyph="networkAcl"
        title={title}
        subtitle={`${networkAclId} · ${acl.isDefault ? "default " : ""}network ACL`}
        actions={acl.isDefault ? undefined : <DeleteButton ids={[networkAclId]} />}
      />
      <Facts
        facts={[
          ["VPC", <ElementLink key="vpc" id={acl.vpcId} />],
          ["Default", acl.isDefault ? "Yes" : "No"],
          ["Filters", subnets === 1 ? "1 subnet" : `${subnets} subnets`],
        ]}
      />
      <div className="pl-form">
        <LiveTextField
          label="Name"
          inForce={(diagram) => recordOf(diagram.network.networkAcls, networkAclId)?.name ?? ""}
          edit={(text) => ok(modifyNetworkAcl(networkAclId, { name: text }))}
          mergeKey={`${networkAclId} name`}
          placeholder="No name"
        />
      </div>
      <Tabs
        style={NARROW_TABS}
        activeTabId={tab}
        onChange={({ detail }) => setTab(detail.activeTabId)}
        ariaLabel={`Network ACL ${title}`}
        tabs={[
          entriesTab(acl, "ingress", "Inbound", markedRow),
          entriesTab(acl, "egress", "Outbound", markedRow),
          {
            id: "subnets",
            label: `Subnets (${subnets})`,
            content: <AclSubnets acl={acl} title={title} />,
          },
        ]}
      />
    </>
  );
};

const entriesTab = (acl: NetworkAcl, direction: Direction, label: string, markedRow: string | null) => ({
  id: direction,
  label: (
    <>
      {label}
      <span className="pl-tab__word"> rules</span> ({entriesOf(acl, direction).length})
    </>
  ),
  content: (
    <>
      <AclEffects acl={acl} direction={direction} />
      <EntryTable acl={acl} direction={direction} markedRow={markedRow} />
    </>
  ),
});

const AclSubnets = ({ acl, title }: Props & Readonly<{ title: string }>) => (
  <>
    <p className="pl-text">
      Each subnet has exactly one ACL. It filters what enters and leaves the subnet, never what stays in it.
    </p>
    <SubnetAssociations
      id={acl.networkAclId}
      vpcId={acl.vpcId}
      isDefault={acl.isDefault}
      noun="ACL"
      name={`network ACL ${title}`}
      idOf={(network, subnet) => networkAclOf(network, subnet)?.networkAclId}
      associate={replaceNetworkAclAssociation}
    />
  </>
);
