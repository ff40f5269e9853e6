import {
  nextPeeringStatuses,
  recordOf,
  type VpcId,
  type VpcPeeringConnection,
  type VpcPeeringStatus,
} from "../../../engine";
import { all } from "../../document/commands/all";
import { createRoute } from "../../document/commands/route-table";
import { modifyVpcPeeringConnection } from "../../document/commands/vpc-peering-connection";
import { nameOf } from "../../document/find";
import { usePathlight } from "../../store/store";
import { NameField } from "../fields/NameField";
import { DeleteButton } from "../parts/DeleteButton";
import { ElementLink } from "../parts/ElementLink";
import { Facts } from "../parts/Facts";
import { Heading } from "../parts/Heading";
import { RefusableButton } from "../parts/RefusableButton";
import { Section } from "../parts/Section";
import { destinationOf, type MissingRoute, missingRoutes } from "./peering-routes";

type Props = Readonly<{ peering: VpcPeeringConnection }>;

/** A status in the console's words. */
const statusWord = (status: VpcPeeringStatus): string =>
  status.charAt(0).toUpperCase() + status.slice(1).replaceAll("-", " ");

/** A peering: both VPCs, its status, and the routes that each side needs. */
export const PeeringDetails = ({ peering }: Props) => {
  const { vpcPeeringConnectionId: id, name, requesterVpcId, accepterVpcId, status } = peering;
  return (
    <>
      <Heading
        glyph="vpcPeeringConnection"
        title={name || id}
        subtitle={`${id} · VPC peering connection`}
        actions={<DeleteButton ids={[id]} />}
      />
      <Facts
        facts={[
          ["Requester", <ElementLink key="requester" id={requesterVpcId} />],
          ["Accepter", <ElementLink key="accepter" id={accepterVpcId} />],
          ["Status", statusWord(status)],
        ]}
      />
      <div className="pl-form">
        <NameField
          id={id}
          nameIn={(network) => recordOf(network.vpcPeeringConnections, id)?.name}
          rename={(text) => modifyVpcPeeringConnection(id, { name: text })}
        />
      </div>
      <StatusActions peering={peering} />
      <Routes peering={peering} />
    </>
  );
};

const ACTION: Readonly<Partial<Record<VpcPeeringStatus, string>>> = {
  active: "Accept request",
  rejected: "Reject request",
};

/** What may become of the connection, as the console's actions. */
const StatusActions = ({ peering: { vpcPeeringConnectionId: id, status } }: Props) => {
  const next = nextPeeringStatuses(status).filter((each) => ACTION[each] !== undefined);
  if (status === "active") return null;
  return (
    <Section title="Request" note="Only an active connection carries traffic.">
      <div className="pl-buttons">
        {next.map((each) => (
          <RefusableButton key={each} command={() => modifyVpcPeeringConnection(id, { status: each })}>
            {ACTION[each]}
          </RefusableButton>
        ))}
      </div>
      {next.length === 0 ? <p className="pl-nothing">It is over: delete it and make another one.</p> : null}
    </Section>
  );
};

const Routes = ({ peering }: Props) => {
  const network = usePathlight(({ diagram }) => diagram.network);
  const { vpcPeeringConnectionId: id, requesterVpcId, accepterVpcId } = peering;
  const sides = [
    { from: requesterVpcId, to: accepterVpcId },
    { from: accepterVpcId, to: requesterVpcId },
  ].map((side) => ({ ...side, missing: missingRoutes(network, peering, side.from, side.to) }));
  const toAdd = sides.flatMap(({ missing }) => missing.filter(({ taken }) => !taken));
  const add = () =>
    all(
      (before) => `Add routes through ${nameOf(before, id)}`,
      toAdd.map(({ table, cidr }) =>
        createRoute(table.routeTableId, {
          destination: destinationOf(cidr),
          target: { kind: "vpcPeeringConnection", id },
        }),
      ),
    );
  return (
    <Section title="Routes" note="Each side needs routes of its own, for the way there and for replies.">
      {sides.map(({ from, to, missing }) => (
        <Side key={from} from={from} to={to} missing={missing} />
      ))}
      {toAdd.length === 0 ? null : (
        <div className="pl-buttons pl-buttons--after">
          <RefusableButton iconName="add-plus" command={add}>
            Add routes on both sides
          </RefusableButton>
        </div>
      )}
    </Section>
  );
};

type SideProps = Readonly<{ from: VpcId; to: VpcId; missing: readonly MissingRoute[] }>;

const Side = ({ from, to, missing }: SideProps) => {
  const network = usePathlight(({ diagram }) => diagram.network);
  return (
    <div className="pl-side">
      <p>
        <strong>{nameOf(network, from)}</strong>{" "}
        {missing.length === 0
          ? `sends what is for ${nameOf(network, to)} through the peering.`
          : `lacks routes to ${nameOf(network, to)}:`}
      </p>
      {missing.length === 0 ? null : (
        <ul className="pl-list">
          {missing.map(({ table, cidr, taken }) => (
            <li key={`${table.routeTableId} ${cidr}`}>
              <ElementLink id={table.routeTableId} />
              <span className="pl-list__aside">
                {taken ? `sends ${cidr} elsewhere` : `has no route for ${cidr}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
