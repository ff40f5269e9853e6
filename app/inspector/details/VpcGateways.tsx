import Button from "@cloudscape-design/components/button";
import {
  asId,
  internetGatewayOf,
  type Network,
  recordOf,
  recordsOf,
  serviceNameIn,
  type Vpc,
} from "../../../engine";
import type { Command } from "../../document/command";
import {
  attachInternetGateway,
  createEgressOnlyInternetGateway,
  createInternetGateway,
} from "../../document/commands/internet-gateway";
import { createVpcEndpoint } from "../../document/commands/vpc-endpoint";
import { nameOf, vpcOf } from "../../document/find";
import { newId } from "../../document/new-id";
import { withInternet } from "../../scene/with-internet";
import { pathlight, usePathlight } from "../../store/store";
import { ChoiceField } from "../fields/ChoiceField";
import { ElementList } from "../parts/ElementLink";
import { Section } from "../parts/Section";

type Props = Readonly<{ vpc: Vpc }>;

/** The ways out of a VPC: gateways of all kinds and endpoints. */
export const VpcGateways = ({ vpc }: Props) => {
  const network = usePathlight(({ diagram }) => diagram.network);
  return (
    <Section title="Gateways and endpoints">
      <ElementList
        ids={gatewayIds(network, vpc)}
        empty="None: nothing leaves this VPC."
        aside={(id) => kindOf(network, id)}
      />
      <AttachDetached vpc={vpc} />
      <CreateButtons vpc={vpc} />
    </Section>
  );
};

/** An internet gateway that serves no VPC yet may serve this one. */
const AttachDetached = ({ vpc: { vpcId } }: Props) => {
  const network = usePathlight(({ diagram }) => diagram.network);
  const detached = recordsOf(network.internetGateways).filter((each) => each.vpcId === null);
  if (detached.length === 0 || internetGatewayOf(network, vpcId) !== null) return null;
  return (
    <ChoiceField
      label="Attach an internet gateway"
      choices={detached.map(({ internetGatewayId }) => ({
        value: internetGatewayId,
        label: nameOf(network, internetGatewayId),
      }))}
      value={null}
      choose={(value) => withInternet(attachInternetGateway(asId<"internetGateway">(value), vpcId))}
      placeholder="Choose a gateway"
    />
  );
};

const gatewayIds = (network: Network, { vpcId }: Vpc): readonly string[] => [
  ...recordsOf(network.internetGateways)
    .filter((each) => each.vpcId === vpcId)
    .map((each) => each.internetGatewayId),
  ...recordsOf(network.egressOnlyInternetGateways)
    .filter((each) => each.vpcId === vpcId)
    .map((each) => each.egressOnlyInternetGatewayId),
  ...recordsOf(network.natGateways)
    .filter((each) => vpcOf(network, each.natGatewayId) === vpcId)
    .map((each) => each.natGatewayId),
  ...recordsOf(network.vpcEndpoints)
    .filter((each) => each.vpcId === vpcId)
    .map((each) => each.vpcEndpointId),
];

const kindOf = (network: Network, id: string): string => {
  if (recordOf(network.internetGateways, id) !== undefined) return "internet gateway";
  if (recordOf(network.egressOnlyInternetGateways, id) !== undefined) return "egress-only, IPv6";
  const nat = recordOf(network.natGateways, id);
  if (nat !== undefined) return `${nat.connectivityType} NAT gateway`;
  const endpoint = recordOf(network.vpcEndpoints, id);
  return endpoint === undefined ? "" : `${endpoint.vpcEndpointType} endpoint`;
};

/** Makes a thing and shows it. */
const createAndShow = (id: string, command: Command): void => {
  const { attempt, selectElements } = pathlight.getState();
  if (attempt(command)) selectElements(id);
};

const GATEWAY_ENDPOINTS = [
  { service: "s3", label: "S3 endpoint" },
  { service: "dynamodb", label: "DynamoDB endpoint" },
] as const;

/** What the VPC may have once and does not have yet. What stands in a subnet comes from the palette. */
const CreateButtons = ({ vpc }: Props) => {
  const { vpcId, region, ipv6CidrBlocks } = vpc;
  const network = usePathlight(({ diagram }) => diagram.network);
  const hasGateway = internetGatewayOf(network, vpcId) !== null;
  const hasEgressOnly = recordsOf(network.egressOnlyInternetGateways).some((each) => each.vpcId === vpcId);
  const services = recordsOf(network.vpcEndpoints).filter((each) => each.vpcId === vpcId);
  const missing = GATEWAY_ENDPOINTS.filter(
    ({ service }) => !services.some((each) => each.serviceName === serviceNameIn(region, service)),
  );
  const internetGatewayId = newId("internetGateway");
  const egressOnlyId = newId("egressOnlyInternetGateway");
  return (
    <div className="pl-buttons">
      {hasGateway ? null : (
        <Create
          label="Internet gateway"
          onClick={() =>
            createAndShow(
              internetGatewayId,
              withInternet(createInternetGateway({ internetGatewayId, name: "", vpcId })),
            )
          }
        />
      )}
      {hasEgressOnly || ipv6CidrBlocks.length === 0 ? null : (
        <Create
          label="Egress-only gateway"
          onClick={() =>
            createAndShow(
              egressOnlyId,
              createEgressOnlyInternetGateway({ egressOnlyInternetGatewayId: egressOnlyId, name: "", vpcId }),
            )
          }
        />
      )}
      {missing.map(({ service, label }) => (
        <Create key={service} label={label} onClick={() => createEndpoint(vpc, service)} />
      ))}
    </div>
  );
};

const Create = ({ label, onClick }: Readonly<{ label: string; onClick(): void }>) => (
  <Button iconName="add-plus" onClick={onClick}>
    {label}
  </Button>
);

/** Its routes are chosen in its own form, as the console asks for them. */
const createEndpoint = ({ vpcId, region }: Vpc, service: "s3" | "dynamodb"): void => {
  const vpcEndpointId = newId("vpcEndpoint");
  createAndShow(
    vpcEndpointId,
    createVpcEndpoint({
      vpcEndpointId,
      name: "",
      vpcId,
      vpcEndpointType: "gateway",
      serviceName: serviceNameIn(region, service),
      subnetIds: [],
      networkInterfaceIds: [],
      groupIds: [],
      routeTableIds: [],
      prefixListId: newId("prefixList"),
      place: null,
    }),
  );
};
