import Button from "@cloudscape-design/components/button";
import Tabs from "@cloudscape-design/components/tabs";
import { ok, type RouteTable, recordOf, routeTableOf, subnetsOfRouteTable } from "../../../engine";
import {
  associateRouteTable,
  modifyRouteTable,
  replaceMainRouteTable,
} from "../../document/commands/route-table";
import { nameOf } from "../../document/find";
import { pathlight, usePathlight } from "../../store/store";
import { LiveTextField } from "../fields/LiveTextField";
import { DeleteButton } from "../parts/DeleteButton";
import { ElementLink } from "../parts/ElementLink";
import { Facts } from "../parts/Facts";
import { Heading } from "../parts/Heading";
import { SubnetAssociations } from "../parts/SubnetAssociations";
import { NARROW_TABS } from "../parts/tabs";
import { type MarkedTab, useMarkedTab } from "../parts/use-marked-tab";
import { RouteRows } from "./RouteRows";
import { exposureBy } from "./subnet-exposure";

type Props = Readonly<{ table: RouteTable }>;

const markedTab: MarkedTab = ({ markedRow }, id) => (markedRow?.elementId === id ? "routes" : null);

/** A route table: what it makes of its subnets, its routes to edit, and the subnets that it routes. */
export const RouteTableDetails = ({ table }: Props) => {
  const { routeTableId, isMain } = table;
  const [tab, setTab] = useMarkedTab(routeTableId, "routes", markedTab);
  const network = usePathlight(({ diagram }) => diagram.network);
  const title = nameOf(network, routeTableId);
  const subnets = subnetsOfRouteTable(network, routeTableId).length;
  return (
    <>
      <Heading
        glyph="routeTable"
        title={title}
        subtitle={`${routeTableId} · ${isMain ? "main " : ""}route table`}
        actions={isMain ? undefined : <DeleteButton ids={[routeTableId]} />}
      />
      <Facts
        facts={[
          ["VPC", <ElementLink key="vpc" id={table.vpcId} />],
          ["Main", isMain ? "Yes" : "No"],
          ["Subnets", subnets],
        ]}
      />
      <div className="pl-form">
        <LiveTextField
          label="Name"
          inForce={(diagram) => recordOf(diagram.network.routeTables, routeTableId)?.name ?? ""}
          edit={(text) => ok(modifyRouteTable(routeTableId, { name: text }))}
          mergeKey={`${routeTableId} name`}
          placeholder="No name"
        />
      </div>
      <Tabs
        style={NARROW_TABS}
        activeTabId={tab}
        onChange={({ detail }) => setTab(detail.activeTabId)}
        ariaLabel={`Route table ${title}`}
        tabs={[
          {
            id: "routes",
            label: "Routes",
            content: (
              <>
                <RoutesEffect table={table} subnets={subnets} />
                <RouteRows table={table} />
              </>
            ),
          },
          {
            id: "subnets",
            label: `Subnets (${subnets})`,
            content: <TableSubnets table={table} title={title} />,
          },
        ]}
      />
    </>
  );
};

/** What the routes make of the subnets. */
const RoutesEffect = ({ table, subnets }: Props & Readonly<{ subnets: number }>) => {
  const network = usePathlight(({ diagram }) => diagram.network);
  const { kind, why } = exposureBy(network, table, "it");
  const who = subnets === 1 ? "Its subnet is" : `Its ${subnets} subnets are`;
  return (
    <p className="pl-text">
      {subnets === 0 ? "It routes no subnet yet." : `${who} ${kind}: ${why}`} The most specific route that
      matches wins.
    </p>
  );
};

const TableSubnets = ({ table, title }: Props & Readonly<{ title: string }>) => {
  const { routeTableId, vpcId, isMain } = table;
  return (
    <>
      <SubnetAssociations
        id={routeTableId}
        vpcId={vpcId}
        isDefault={isMain}
        noun="table"
        name={`route table ${title}`}
        idOf={(network, subnet) => routeTableOf(network, subnet)?.routeTableId}
        associate={associateRouteTable}
      />
      {isMain ? null : (
        <div className="pl-buttons pl-buttons--after">
          <Button onClick={() => pathlight.getState().attempt(replaceMainRouteTable(routeTableId))}>
            Set main route table
          </Button>
          <p className="pl-nothing">The main one routes every subnet that names no other.</p>
        </div>
      )}
    </>
  );
};
