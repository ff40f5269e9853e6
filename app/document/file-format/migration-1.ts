/**
 * From version 1 to 2. Version 1 knew no route tables, network ACLs and gateways: whatever had a public or an IPv6 address was
 * taken to be routed to an internet gateway. Now a design says so itself, and each path stays as it was.
 */
type Json = Readonly<Record<string, unknown>>;

const isObject = (json: unknown): json is Json =>
  typeof json === "object" && json !== null && !Array.isArray(json);

/** The records of a list. What has another shape is left for the schema to complain about. */
const recordsIn = (json: Json, key: string): readonly Json[] => {
  const list = json[key];
  return Array.isArray(list) ? list.filter(isObject) : [];
};

const isFilled = (value: unknown): boolean => Array.isArray(value) && value.length > 0;

const hasPublicIp = (networkInterface: Json): boolean =>
  recordsIn(networkInterface, "privateIpAddresses").some(({ publicIp }) => typeof publicIp === "string");

type Facts = Readonly<{
  vpcId: string;
  hasIpv6: boolean;
  isOnline: boolean;
  idOf: (prefix: string) => string;
}>;

/** Ids follow from the VPC's, so that a file gives the same design whenever it is read. */
const idFrom =
  (json: string, vpcId: string) =>
  (prefix: string): string => {
    let id = prefix + vpcId.replace(/^vpc-/u, "");
    while (json.includes(JSON.stringify(id))) id += "-2";
    return id;
  };

const factsOf = (json: Json, text: string, vpc: Json): Facts => {
  const vpcId = String(vpc.vpcId);
  const subnets = new Set(
    recordsIn(json, "subnets")
      .filter((each) => each.vpcId === vpcId)
      .map((each) => each.subnetId),
  );
  const inside = recordsIn(json, "networkInterfaces").filter((each) => subnets.has(each.subnetId));
  const usesIpv6 = inside.some((each) => isFilled(each.ipv6Addresses));
  return {
    vpcId,
    hasIpv6: usesIpv6 || isFilled(vpc.ipv6CidrBlocks),
    isOnline: usesIpv6 || inside.some(hasPublicIp),
    idOf: idFrom(text, vpcId),
  };
};

const IPV4 = { kind: "cidrIpv4", cidrIpv4: "0.0.0.0/0" };
const IPV6 = { kind: "cidrIpv6", cidrIpv6: "::/0" };

const aclOf = ({ vpcId, hasIpv6, idOf }: Facts): Json => {
  const remotes = hasIpv6 ? [IPV4, IPV6] : [IPV4];
  const entries = ["ingress", "egress"].flatMap((direction) =>
    remotes.map((remote, index) => ({
      direction,
      ruleNumber: 100 + index,
      ruleAction: "allow",
      traffic: { ipProtocol: "all" },
      remote,
    })),
  );
  return { networkAclId: idOf("acl-"), vpcId, name: "", isDefault: true, entries };
};

const gatewayOf = ({ vpcId, idOf }: Facts): Json => ({ internetGatewayId: idOf("igw-"), name: "", vpcId });

const tableOf = ({ vpcId, hasIpv6, isOnline, idOf }: Facts): Json => {
  const destinations = hasIpv6 ? [IPV4, IPV6] : [IPV4];
  const routes = destinations.map((destination) => ({
    destination,
    target: { kind: "internetGateway", id: idOf("igw-") },
    state: "active",
    isPropagated: false,
  }));
  return { routeTableId: idOf("rtb-"), vpcId, name: "", isMain: true, routes: isOnline ? routes : [] };
};

/** Each VPC gets its main route table and default ACL; one with a public or IPv6 address an internet gateway too. */
export const withRoutesAndAcls = (json: Json): Json => {
  const text = JSON.stringify(json);
  const facts = recordsIn(json, "vpcs").map((vpc) => factsOf(json, text, vpc));
  return {
    ...json,
    networkAcls: facts.map(aclOf),
    routeTables: facts.map(tableOf),
    internetGateways: facts.filter(({ isOnline }) => isOnline).map(gatewayOf),
  };
};
