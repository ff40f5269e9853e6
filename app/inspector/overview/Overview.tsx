import FormField from "@cloudscape-design/components/form-field";
import { type Network, ok, recordOf, recordsOf } from "../../../engine";
import { renameDesign } from "../../document/commands/layout";
import { pathlight, usePathlight } from "../../store/store";
import { LiveTextField } from "../fields/LiveTextField";
import { MyIpField } from "../fields/MyIpField";
import { GroupList } from "../group/GroupList";
import { ElementList } from "../parts/ElementLink";
import { Facts } from "../parts/Facts";
import { entryCount } from "../parts/prefix-list-size";
import { Section } from "../parts/Section";
import { CoverageNote } from "./CoverageNote";
import { NewPrefixList } from "./NewPrefixList";

/** The whole design, shown while nothing is selected. */
export const Overview = () => {
  const network = usePathlight(({ diagram }) => diagram.network);
  const paths = usePathlight(({ analysis }) => analysis.paths);
  const vpcs = recordsOf(network.vpcs);
  return (
    <>
      <div className="pl-form pl-form--first">
        <LiveTextField
          label="Design"
          inForce={(diagram) => diagram.name}
          edit={(text) => ok(renameDesign(text))}
          mergeKey="design name"
        />
      </div>
      <Facts
        facts={[
          ["Allowed paths", paths],
          ["Resources", resourceCount(network)],
          ["Security groups", recordsOf(network.securityGroups).length],
        ]}
      />
      {vpcs.length === 0 ? (
        <p className="pl-text">
          Nothing is drawn yet. Drag a VPC from the palette onto the canvas, or choose it there and press
          Enter.
        </p>
      ) : null}
      {vpcs.map(({ vpcId, name }) => (
        <GroupList
          key={vpcId}
          vpcId={vpcId}
          {...(vpcs.length > 1 ? { title: `Security groups in ${name}` } : {})}
        />
      ))}
      <BetweenVpcs network={network} />
      <PrefixLists network={network} />
      <MyIpSetting />
      <CoverageNote />
    </>
  );
};

/** What stands in the design by itself: a service's interfaces count as the one thing they belong to. */
const resourceCount = (network: Network): number =>
  [
    network.instances,
    network.dbInstances,
    network.loadBalancers,
    network.managedResources,
    network.natGateways,
    network.vpcEndpoints,
  ].reduce((sum, table) => sum + recordsOf<unknown>(table).length, 0) +
  recordsOf(network.networkInterfaces).filter(({ attachment }) => attachment === null).length;

/** Transit gateways, peerings, and internet gateways that serve no VPC: what no VPC's form would show. */
const BetweenVpcs = ({ network }: Readonly<{ network: Network }>) => {
  const ids = [
    ...recordsOf(network.transitGateways).map((each) => each.transitGatewayId),
    ...recordsOf(network.vpcPeeringConnections).map((each) => each.vpcPeeringConnectionId),
    ...recordsOf(network.internetGateways)
      .filter(({ vpcId }) => vpcId === null)
      .map((each) => each.internetGatewayId),
  ];
  if (ids.length === 0) return null;
  return (
    <Section title="Between VPCs">
      <ElementList
        ids={ids}
        empty=""
        aside={(id) => {
          if (recordOf(network.transitGateways, id) !== undefined) return "transit gateway";
          const peering = recordOf(network.vpcPeeringConnections, id);
          return peering === undefined ? "not attached" : `peering · ${peering.status.replaceAll("-", " ")}`;
        }}
      />
    </Section>
  );
};

const PrefixLists = ({ network }: Readonly<{ network: Network }>) => {
  const lists = recordsOf(network.prefixLists);
  return (
    <Section title="Prefix lists" actions={<NewPrefixList />}>
      <ElementList
        ids={lists.map(({ prefixListId }) => prefixListId)}
        empty="None. A prefix list is a named set of CIDRs that rules can name as one."
        aside={(id) => {
          const list = lists.find(({ prefixListId }) => prefixListId === id);
          return list && `${list.addressFamily} · ${entryCount(list)}`;
        }}
      />
    </Section>
  );
};

const MyIpSetting = () => {
  const myIp = usePathlight(({ preferences }) => preferences.myIp);
  return (
    <Section title="My IP">
      <div className="pl-form">
        <FormField
          label="Your public address"
          constraintText="What “My IP” in a rule stands for. Rules already made keep their address."
          stretch
        >
          <MyIpField
            key={myIp}
            label="Your public address"
            value={myIp ?? ""}
            onStated={() => pathlight.getState().say("info", "My IP is remembered in this browser.")}
          />
        </FormField>
      </div>
    </Section>
  );
};
