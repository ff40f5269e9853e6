import type { LoadBalancer } from "../../model/load-balancer";
import type { ManagedResource } from "../../model/managed-resource";
import { type Network, recordsOf } from "../../model/network";
import type { RouteTable } from "../../model/route-table";
import type { SecurityGroup } from "../../model/security-group";
import type { Subnet } from "../../model/subnet";
import type { Assumption, Coverage, NotJudged } from "../answer";
import { admitsByUnknownList, routesByUnknownList } from "../topology-lists";
import type { VpcPlace } from "../topology-places";
import type { AnyEnd } from "./end";
import type { ReachIndex } from "./reach-index";

/** What all paths together do not speak about, and what was taken for granted for them. */
export function indexCoverage(index: ReachIndex): Coverage {
  const { network, topology, ends } = index;
  const vpcs = [...topology.vpcs.values()];
  const hasNoRoutes = vpcs.some((vpc) => !vpc.hasRouteTables);
  const notJudged: readonly (NotJudged | false)[] = [
    lacksAcls(vpcs, recordsOf<Subnet>(network.subnets)) && "networkAcls",
    hasNoRoutes && "routeTables",
    hasNoRoutes && "gateways",
    recordsOf<RouteTable>(network.routeTables).some(leadsOut) && "unmodelledTargets",
    usesUnknownList(network) && "prefixLists",
    recordsOf(network.loadBalancers).some(passesOn) && "loadBalancerTargets",
    recordsOf<RouteTable>(network.routeTables).some(({ gatewayIds }) => gatewayIds) && "edgeRouteTables",
    "dns",
    "hostFirewalls",
    "listeningProcesses",
  ];
  const hasGateway = (end: AnyEnd | null) => end !== null && isTakenForRouted(index, end);
  const assumptions: readonly (Assumption | false)[] = [
    hasNoRoutes && ends.list.some(hasGateway) && "internetGatewayRoute",
    topology.appliances.size > 0 && "appliancesForwardAsIs",
    recordsOf(network.managedResources).some(isFunction) && "functionsReceive",
    recordsOf(network.networkAcls).length > 0 && "ephemeralPorts1024To65535",
  ];
  return { notJudged: notJudged.filter(isTold), assumptions: assumptions.filter(isTold) };
}

const isTold = <Code>(code: Code | false): code is Code => code !== false;

const lacksAcls = (vpcs: readonly VpcPlace[], subnets: readonly Subnet[]): boolean =>
  vpcs.some(
    ({ vpcId, defaultNetworkAcl }) =>
      defaultNetworkAcl === null &&
      subnets.some((subnet) => subnet.vpcId === vpcId && subnet.networkAclId === null),
  );

const leadsOut = ({ routes }: RouteTable): boolean => routes.some(({ target }) => target.kind === "other");

const isFunction = ({ kind }: ManagedResource): boolean => kind === "lambdaFunction";

const passesOn = ({ loadBalancerType }: LoadBalancer): boolean => loadBalancerType === "network";

const usesUnknownList = (network: Network): boolean =>
  recordsOf<RouteTable>(network.routeTables).some((table) => routesByUnknownList(network, table)) ||
  recordsOf<SecurityGroup>(network.securityGroups).some((group) => admitsByUnknownList(network, group));

/** With a public IPv4 or an IPv6 address, in a VPC whose routes nobody told. */
const isTakenForRouted = ({ topology }: ReachIndex, end: AnyEnd): boolean =>
  end.kind === "interface" &&
  end.facts.isActive &&
  topology.vpcs.get(end.facts.vpcId)?.hasRouteTables === false &&
  (end.facts.publicAddress !== null || end.facts.addresses.some(({ family }) => family === 6));
