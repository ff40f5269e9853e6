/** Designs for tests of the scene, written short: cards in subnets with their groups, and pairs of tiers with traffic. */
import {
  asId,
  type DbInstance,
  EMPTY_NETWORK,
  type Instance,
  type Network,
  type NetworkInterface,
  type SecurityGroup,
  type SecurityGroupId,
  type Subnet,
  type TierPair,
  type Vpc,
} from "../../../engine";
import type { Diagram, Place } from "../../document/diagram";

/** `groups` holds, for each interface of the card, the names of its groups. */
export type CardSpec = Readonly<{
  name: string;
  groups: readonly (readonly string[])[];
  at?: readonly [number, number];
  kind?: "db" | "eni";
}>;
export type SubnetSpec = Readonly<{
  name: string;
  public?: boolean;
  at?: readonly [number, number];
  size?: readonly [number, number];
  zone?: string;
  cards: readonly CardSpec[];
}>;
/** Ends are group names joined with "+", names of ranges, or "internet". */
export type PairSpec = Readonly<{
  from: string;
  to: string;
  tcp: readonly number[] | "all";
  thin?: boolean;
  partial?: TierPair["partial"];
  beyond?: TierPair["beyondInternet"];
}>;
export type DesignSpec = Readonly<{
  name: string;
  groups: readonly string[];
  subnets: readonly SubnetSpec[];
  vpcAt?: readonly [number, number];
  vpcSize?: readonly [number, number];
  internetAt?: readonly [number, number];
  ranges?: readonly Readonly<{ name: string; cidr: string; at?: readonly [number, number] }>[];
  pairs: readonly PairSpec[];
}>;

export const VPC = asId<"vpc">("vpc-1");

const placeOf = (at: readonly [number, number], size?: readonly [number, number]): Place => ({
  x: at[0],
  y: at[1],
  size: size === undefined ? null : { width: size[0], height: size[1] },
});

export const groupId = (name: string): SecurityGroupId => asId<"securityGroup">(`sg-${name}`);

const interfacesOf = (
  subnet: SubnetSpec,
  subnetIndex: number,
  card: CardSpec,
  cardIndex: number,
): readonly NetworkInterface[] =>
  card.groups.map((groups, index) => ({
    networkInterfaceId: asId<"networkInterface">(`eni-${card.name}-${index}`),
    name: "",
    subnetId: asId<"subnet">(`subnet-${subnet.name}`),
    attachment:
      card.kind === "eni"
        ? null
        : card.kind === "db"
          ? { kind: "dbInstance", dbInstanceId: asId<"dbInstance">(`db-${card.name}`) }
          : { kind: "instance", instanceId: asId<"instance">(`i-${card.name}`), deviceIndex: index },
    privateIpAddresses: [
      {
        privateIpAddress: `10.0.${subnetIndex + 1}.${10 + cardIndex * 8 + index}`,
        publicIp: subnet.public === true ? `198.51.100.${10 + cardIndex}` : null,
      },
    ],
    ipv6Addresses: [],
    groupIds: groups.map(groupId),
    requesterManaged: card.kind === "db",
    sourceDestCheck: true,
  }));

const byId = <T>(items: readonly (readonly [string, T])[]): Record<string, T> => Object.fromEntries(items);

const subnetOf = (subnet: SubnetSpec, index: number): Subnet => ({
  subnetId: asId<"subnet">(`subnet-${subnet.name}`),
  vpcId: VPC,
  name: subnet.name,
  availabilityZone: subnet.zone ?? "us-east-1a",
  cidrBlock: `10.0.${index + 1}.0/24`,
  ipv6CidrBlock: null,
  mapPublicIpOnLaunch: subnet.public === true,
  routeTableId: null,
  networkAclId: null,
});

const ownersOf = (cards: readonly CardSpec[]): Pick<Network, "instances" | "dbInstances"> => {
  const names = (kind: CardSpec["kind"]) =>
    cards.filter((card) => card.kind === kind).map((card) => card.name);
  const instances = names(undefined).map(
    (name): Instance => ({
      instanceId: asId<"instance">(`i-${name}`),
      name,
      instanceType: "t3.micro",
      state: "running",
    }),
  );
  const dbInstances = names("db").map(
    (name): DbInstance => ({
      dbInstanceId: asId<"dbInstance">(`db-${name}`),
      name,
      engine: "postgres",
    }),
  );
  return {
    instances: byId(instances.map((one) => [one.instanceId, one])),
    dbInstances: byId(dbInstances.map((one) => [one.dbInstanceId, one])),
  };
};

const groupOf = (groupName: string): SecurityGroup => ({
  groupId: groupId(groupName),
  groupName,
  description: "",
  vpcId: VPC,
  associatedVpcIds: [],
  rules: [],
});

const vpcOf = (name: string): Vpc => ({
  vpcId: VPC,
  name,
  region: "us-east-1",
  cidrBlock: "10.0.0.0/16",
  secondaryCidrBlocks: [],
  ipv6CidrBlocks: [],
});

const networkOf = (spec: DesignSpec): Network => {
  const interfaces = spec.subnets.flatMap((subnet, subnetIndex) =>
    subnet.cards.flatMap((card, cardIndex) => interfacesOf(subnet, subnetIndex, card, cardIndex)),
  );
  return {
    ...EMPTY_NETWORK,
    vpcs: byId([[VPC, vpcOf(spec.name)]]),
    subnets: byId(spec.subnets.map((subnet, index) => [`subnet-${subnet.name}`, subnetOf(subnet, index)])),
    ...ownersOf(spec.subnets.flatMap((subnet) => subnet.cards)),
    networkInterfaces: byId(interfaces.map((one) => [one.networkInterfaceId, one])),
    securityGroups: byId(spec.groups.map((name) => [groupId(name), groupOf(name)])),
    ipRanges: byId(
      (spec.ranges ?? []).map(({ name, cidr }) => [
        `range-${name}`,
        { ipRangeId: asId<"ipRange">(`range-${name}`), name, cidrBlocks: [cidr] },
      ]),
    ),
  };
};

const placesOf = (spec: DesignSpec): Record<string, Place> => {
  const placed: (readonly [string, Place])[] = [];
  const put = (id: string, at?: readonly [number, number], size?: readonly [number, number]): void => {
    if (at !== undefined) placed.push([id, placeOf(at, size)]);
  };
  put(VPC, spec.vpcAt, spec.vpcSize);
  put("internet", spec.internetAt);
  for (const range of spec.ranges ?? []) put(`range-${range.name}`, range.at);
  for (const subnet of spec.subnets) {
    put(`subnet-${subnet.name}`, subnet.at, subnet.size);
    for (const card of subnet.cards) {
      const prefix = card.kind === undefined ? "i" : card.kind;
      put(card.kind === "eni" ? `eni-${card.name}-0` : `${prefix}-${card.name}`, card.at);
    }
  }
  return Object.fromEntries(placed);
};

export const diagramOf = (spec: DesignSpec): Diagram => ({
  name: spec.name,
  network: networkOf(spec),
  layout: { places: placesOf(spec), groupColors: {} },
});
