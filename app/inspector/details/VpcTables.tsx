import Button from "@cloudscape-design/components/button";
import { recordOf, recordsOf, subnetsOfNetworkAcl, subnetsOfRouteTable, type Vpc } from "../../../engine";
import { createNetworkAcl } from "../../document/commands/network-acl";
import { createRouteTable } from "../../document/commands/route-table";
import { newId } from "../../document/new-id";
import { pathlight, usePathlight } from "../../store/store";
import { ElementList } from "../parts/ElementLink";
import { Section } from "../parts/Section";

type Props = Readonly<{ vpc: Vpc }>;

const subnetCount = (subnets: readonly unknown[]): string =>
  subnets.length === 1 ? "1 subnet" : `${subnets.length} subnets`;

/** A name with the lowest number that is free: "routes-2". */
const freeName = (taken: readonly string[], stem: string): string => {
  let number = 1;
  while (taken.includes(`${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
};

/** The route tables of a VPC, its main one marked. */
export const VpcRouteTables = ({ vpc: { vpcId } }: Props) => {
  const network = usePathlight(({ diagram }) => diagram.network);
  const tables = recordsOf(network.routeTables).filter((table) => table.vpcId === vpcId);
  const create = (): void => {
    const routeTableId = newId("routeTable");
    const name = freeName(
      tables.map((table) => table.name),
      "routes",
    );
    const { attempt, selectElements } = pathlight.getState();
    if (attempt(createRouteTable({ routeTableId, vpcId, name }))) selectElements(routeTableId);
  };
  return (
    <Section
      title="Route tables"
      actions={
        <Button variant="inline-link" onClick={create}>
          Create route table
        </Button>
      }
    >
      <ElementList
        ids={tables.map(({ routeTableId }) => routeTableId)}
        empty="None: an internet gateway is taken for granted."
        aside={(id) => {
          const table = recordOf(network.routeTables, id);
          if (table === undefined) return null;
          const count = subnetCount(subnetsOfRouteTable(network, table.routeTableId));
          return table.isMain ? `main · ${count}` : count;
        }}
      />
    </Section>
  );
};

/** The network ACLs of a VPC, its default one marked. */
export const VpcNetworkAcls = ({ vpc: { vpcId } }: Props) => {
  const network = usePathlight(({ diagram }) => diagram.network);
  const acls = recordsOf(network.networkAcls).filter((acl) => acl.vpcId === vpcId);
  const create = (): void => {
    const networkAclId = newId("networkAcl");
    const name = freeName(
      acls.map((acl) => acl.name),
      "acl",
    );
    const { attempt, selectElements } = pathlight.getState();
    if (attempt(createNetworkAcl({ networkAclId, vpcId, name }))) selectElements(networkAclId);
  };
  return (
    <Section
      title="Network ACLs"
      actions={
        <Button variant="inline-link" onClick={create}>
          Create network ACL
        </Button>
      }
    >
      <ElementList
        ids={acls.map(({ networkAclId }) => networkAclId)}
        empty="None: nothing is filtered between subnets."
        aside={(id) => {
          const acl = recordOf(network.networkAcls, id);
          if (acl === undefined) return null;
          const count = subnetCount(subnetsOfNetworkAcl(network, acl.networkAclId));
          return acl.isDefault ? `default · ${count}` : count;
        }}
      />
    </Section>
  );
};
