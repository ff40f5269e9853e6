import Checkbox from "@cloudscape-design/components/checkbox";
import {
  interfacesOf,
  type Network,
  type PrefixList,
  type RouteTable,
  recordOf,
  recordsOf,
  type VpcEndpoint,
} from "../../../engine";
import { createRoute, deleteRoutes } from "../../document/commands/route-table";
import { modifyVpcEndpoint, setVpcEndpointSubnets } from "../../document/commands/vpc-endpoint";
import { nameOf } from "../../document/find";
import { usePathlight } from "../../store/store";
import { InterfacePanel } from "../details/InterfacePanel";
import { NameField } from "../fields/NameField";
import { useRefusal } from "../fields/use-refusal";
import { DeleteButton } from "../parts/DeleteButton";
import { ElementLink } from "../parts/ElementLink";
import { Facts } from "../parts/Facts";
import { Heading } from "../parts/Heading";
import { Refused } from "../parts/Refused";
import { Section } from "../parts/Section";
import { EndpointServiceField } from "./EndpointServiceField";
import { SubnetsField } from "./SubnetsField";

type Props = Readonly<{ endpoint: VpcEndpoint }>;

/** A VPC endpoint: its service, and the tables that lead to it or the interfaces at which it is reached. */
export const VpcEndpointDetails = ({ endpoint }: Props) => {
  const { vpcEndpointId: id, name, vpcId, vpcEndpointType, serviceName } = endpoint;
  return (
    <>
      <Heading
        glyph="vpcEndpoint"
        title={name || serviceName}
        subtitle={`${id} · ${vpcEndpointType} endpoint`}
        actions={<DeleteButton ids={[id]} />}
      />
      <Facts
        facts={[
          ["VPC", <ElementLink key="vpc" id={vpcId} />],
          ["Type", vpcEndpointType === "gateway" ? "Gateway" : "Interface"],
          ...(vpcEndpointType === "gateway" ? [["Service", serviceName] as const] : []),
        ]}
      />
      <div className="pl-form">
        <NameField
          id={id}
          nameIn={({ vpcEndpoints }) => recordOf(vpcEndpoints, id)?.name}
          rename={(text) => modifyVpcEndpoint(id, { name: text })}
        />
        {vpcEndpointType === "interface" ? (
          <>
            <EndpointServiceField endpoint={endpoint} />
            <SubnetsField
              ownerId={id}
              vpcId={vpcId}
              isOnePerZone
              note="One to a zone, with an interface in each."
              change={(change) => setVpcEndpointSubnets(id, change)}
            />
          </>
        ) : null}
      </div>
      {vpcEndpointType === "gateway" ? <Tables endpoint={endpoint} /> : <Interfaces endpoint={endpoint} />}
    </>
  );
};

const Interfaces = ({ endpoint: { vpcEndpointId } }: Props) => {
  const network = usePathlight(({ diagram }) => diagram.network);
  const interfaces = interfacesOf(network, vpcEndpointId);
  return (
    <Section
      title="Network interfaces"
      note="The service is reached at these. They never start a connection; their groups change together."
    >
      {interfaces.length === 0 ? <p className="pl-nothing">It has no interface.</p> : null}
      {interfaces.map((each) => (
        <InterfacePanel key={each.networkInterfaceId} owned={each} />
      ))}
    </Section>
  );
};

/** AWS's list of the service's addresses, by which its routes are written. */
const serviceList = (network: Network, serviceName: string): PrefixList | undefined =>
  recordsOf(network.prefixLists).find(({ prefixListName }) => prefixListName === serviceName);

const leadsTo = (table: RouteTable, endpointId: string): boolean =>
  table.routes.some(({ target }) => target.id === endpointId);

const Tables = ({ endpoint }: Props) => {
  const { vpcEndpointId: id, vpcId, serviceName } = endpoint;
  const network = usePathlight(({ diagram }) => diagram.network);
  const { refused, run } = useRefusal();
  const list = serviceList(network, serviceName);
  if (list === undefined)
    return (
      <p className="pl-nothing">
        The prefix list {serviceName}, which its routes name, is not in this design.
      </p>
    );
  const destination = { kind: "prefixList", prefixListId: list.prefixListId } as const;
  const put = ({ routeTableId }: RouteTable, on: boolean): void => {
    const target = { kind: "vpcEndpoint", id } as const;
    run(on ? createRoute(routeTableId, { destination, target }) : deleteRoutes(routeTableId, [destination]));
  };
  return (
    <Section
      title="Route tables"
      note="The subnets of these tables reach the service through the endpoint. It wears no groups; theirs must let the prefix list out."
    >
      <ul className="pl-list">
        {recordsOf(network.routeTables)
          .filter((table) => table.vpcId === vpcId)
          .map((table) => (
            <li key={table.routeTableId}>
              <Checkbox
                checked={leadsTo(table, id)}
                onChange={({ detail }) => put(table, detail.checked)}
                ariaLabel={`Route of ${nameOf(network, table.routeTableId)} to this endpoint`}
              />
              <ElementLink id={table.routeTableId} />
              <span className="pl-list__aside">{leadsTo(table, id) ? list.prefixListId : ""}</span>
            </li>
          ))}
      </ul>
      <Refused text={refused} />
      <p className="pl-nothing">
        Prefix list: <ElementLink id={list.prefixListId} />
      </p>
    </Section>
  );
};
