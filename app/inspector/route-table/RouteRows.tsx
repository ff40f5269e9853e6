import Button from "@cloudscape-design/components/button";
import { useMemo } from "react";
import { type Route, type RouteTable, recordOf, routeKey, type Vpc } from "../../../engine";
import { usePathlight } from "../../store/store";
import { ElementLink } from "../parts/ElementLink";
import { rowMessages } from "../rows/live-rows";
import { ADD_ROW, useLiveRows } from "../rows/use-live-rows";
import { useInView, useMarkedRow } from "../rows/use-marked-row";
import { RouteRow } from "./RouteRow";
import { RouteState } from "./RouteState";
import { NEW_ROUTE, routeForm } from "./route-form";
import { destinationText, routeStatus } from "./route-status";

type Props = Readonly<{ table: RouteTable }>;

const localBlocks = (vpc: Vpc | undefined): readonly string[] =>
  vpc === undefined ? [] : [vpc.cidrBlock, ...vpc.secondaryCidrBlocks, ...vpc.ipv6CidrBlocks];

/** A table's routes: the local ones, which always stay, its own to edit, and those that a gateway propagates. */
export const RouteRows = ({ table }: Props) => {
  const diagram = usePathlight((state) => state.diagram);
  const { network } = diagram;
  const form = useMemo(() => routeForm(network, table.routeTableId), [network, table.routeTableId]);
  const own = table.routes.filter(({ isPropagated }) => !isPropagated);
  const { rows, handle, edit, commit, add, remove } = useLiveRows(form, own);
  const markedRow = useMarkedRow(table.routeTableId);
  const isMarked = (route: Route | null) => route !== null && markedRow === routeKey(route.destination);
  const local = localBlocks(recordOf(network.vpcs, table.vpcId));
  return (
    <div className="pl-rows">
      <Columns />
      <ol>
        {local.map((cidr) => (
          <LocalRow key={cidr} cidr={cidr} isMarked={markedRow === "local"} />
        ))}
        {rows.map((row, index) => (
          <RouteRow
            key={row.key}
            {...{ row, edit, commit, remove }}
            number={local.length + index + 1}
            vpcId={table.vpcId}
            messages={rowMessages(form, row, diagram)}
            isMarked={isMarked(row.record)}
            handle={handle(row.key)}
          />
        ))}
        {table.routes
          .filter(({ isPropagated }) => isPropagated)
          .map((route) => (
            <PropagatedRow
              key={routeKey(route.destination)}
              {...{ table, route }}
              isMarked={isMarked(route)}
            />
          ))}
      </ol>
      <div className="pl-rows__add">
        <Button ref={handle(ADD_ROW)} iconName="add-plus" onClick={() => add(NEW_ROUTE)}>
          Add route
        </Button>
      </div>
    </div>
  );
};

/** Seen only: every control says its column and row itself. */
const Columns = () => (
  <div className="pl-editrow pl-editrow--columns pl-route" aria-hidden="true">
    <span>Destination</span>
    <span>Target</span>
    <span>Status</span>
  </div>
);

/** A row that cannot be edited, here at least. */
const fixedRow = (isMarked: boolean) => ({
  className: `pl-editrow pl-editrow--fixed pl-route${isMarked ? " pl-editrow--marked" : ""}`,
  "aria-current": isMarked || undefined,
});

const LocalRow = ({ cidr, isMarked }: Readonly<{ cidr: string; isMarked: boolean }>) => (
  <li ref={useInView(isMarked)} {...fixedRow(isMarked)} aria-label={`Local route ${cidr}`}>
    <span>{cidr}</span>
    <span>local</span>
    <span className="pl-route__status">
      <RouteState status={{ state: "active", why: null }} />
    </span>
  </li>
);

type PropagatedProps = Props & Readonly<{ route: Route; isMarked: boolean }>;

const PropagatedRow = ({ table, route, isMarked }: PropagatedProps) => {
  const element = useInView(isMarked);
  const network = usePathlight(({ diagram }) => diagram.network);
  const destination = destinationText(network, route);
  return (
    <li ref={element} {...fixedRow(isMarked)} aria-label={`Propagated route ${destination}`}>
      <span>{destination}</span>
      <span>
        <ElementLink id={route.target.id} /> (propagated)
      </span>
      <span className="pl-route__status">
        <RouteState status={routeStatus(network, table.vpcId, route)} />
      </span>
    </li>
  );
};
