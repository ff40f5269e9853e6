import { type Network, type Route, type RouteTable, recordsOf, routeKey } from "../../../engine";
import { usePathlight } from "../../store/store";
import { destinationText, routeStatus } from "../route-table/route-status";
import { ElementLink } from "./ElementLink";
import { KindGlyph } from "./KindGlyph";
import { Section } from "./Section";

type Props = Readonly<{ id: string; empty: string }>;

const routesTo = (network: Network, id: string): readonly Readonly<{ table: RouteTable; route: Route }>[] =>
  recordsOf(network.routeTables).flatMap((table) =>
    table.routes.filter(({ target }) => target.id === id).map((route) => ({ table, route })),
  );

/** The routes that lead to a gateway: without any, nothing gets there. */
export const RoutesTo = ({ id, empty }: Props) => {
  const network = usePathlight(({ diagram }) => diagram.network);
  const routes = routesTo(network, id);
  return (
    <Section title="Routes that lead here">
      {routes.length === 0 ? <p className="pl-nothing">{empty}</p> : null}
      <ul className="pl-list">
        {routes.map(({ table, route }) => (
          <li key={`${table.routeTableId} ${routeKey(route.destination)}`}>
            <KindGlyph kind="routeTable" size={16} />
            <ElementLink id={table.routeTableId} />
            <span className="pl-list__aside">
              {destinationText(network, route)}
              {routeStatus(network, table.vpcId, route).state === "blackhole" ? " · blackhole" : ""}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
};
