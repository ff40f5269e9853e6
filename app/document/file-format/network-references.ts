/** What ACLs, tables, gateways and connections of a design file name. */
import { ok, type Result, routeKey } from "../../../engine";
import { type FileError, fileError } from "./file-error";
import type { DesignJson } from "./schema";
import { type Wanted, wanted, wantedEach } from "./wanted";

type OfVpc =
  | "networkAcls"
  | "routeTables"
  | "internetGateways"
  | "egressOnlyInternetGateways"
  | "vpcEndpoints";

const vpcReferences = (json: DesignJson, list: OfVpc): readonly Wanted[] =>
  json[list].map(({ vpcId }, at) => wanted(`${list}[${at}].vpcId`, "vpcs", vpcId));

/** A route's target may be gone: such a route is a black hole. */
const routeReferences = (json: DesignJson): readonly Wanted[] =>
  json.routeTables.flatMap(({ routes }, at) =>
    routes.flatMap(({ destination }, index) => {
      if (destination.kind !== "prefixList") return [];
      const path = `routeTables[${at}].routes[${index}].destination.prefixListId`;
      return [wanted(path, "prefixLists", destination.prefixListId)];
    }),
  );

const gatewayReferences = (json: DesignJson): readonly Wanted[] => [
  ...json.natGateways.map((each, at) => wanted(`natGateways[${at}].subnetId`, "subnets", each.subnetId)),
  ...json.vpcPeeringConnections.flatMap((each, at) => [
    wanted(`vpcPeeringConnections[${at}].requesterVpcId`, "vpcs", each.requesterVpcId),
    wanted(`vpcPeeringConnections[${at}].accepterVpcId`, "vpcs", each.accepterVpcId),
  ]),
  ...json.loadBalancers.flatMap(({ listeners }, at) =>
    listeners.flatMap(({ targetIds }, index) =>
      wantedEach(`loadBalancers[${at}].listeners[${index}].targetIds`, "networkInterfaces", targetIds),
    ),
  ),
];

const attachmentReferences = (json: DesignJson): readonly Wanted[] =>
  json.transitGatewayAttachments.flatMap((each, at) => {
    const path = `transitGatewayAttachments[${at}]`;
    return [
      wanted(`${path}.transitGatewayId`, "transitGateways", each.transitGatewayId),
      wanted(`${path}.vpcId`, "vpcs", each.vpcId),
      wanted(`${path}.routeTableId`, "transitGatewayRouteTables", each.routeTableId),
      ...wantedEach(`${path}.subnetIds`, "subnets", each.subnetIds),
    ];
  });

/** A route to an attachment that is gone is a black hole too. */
const transitTableReferences = (json: DesignJson): readonly Wanted[] =>
  json.transitGatewayRouteTables.flatMap((each, at) => {
    const path = `transitGatewayRouteTables[${at}]`;
    return [
      wanted(`${path}.transitGatewayId`, "transitGateways", each.transitGatewayId),
      ...wantedEach(`${path}.propagatedFrom`, "transitGatewayAttachments", each.propagatedFrom),
    ];
  });

export const networkReferences = (json: DesignJson): readonly Wanted[] => [
  ...vpcReferences(json, "networkAcls"),
  ...vpcReferences(json, "routeTables"),
  ...vpcReferences(json, "internetGateways"),
  ...vpcReferences(json, "egressOnlyInternetGateways"),
  ...vpcReferences(json, "vpcEndpoints"),
  ...routeReferences(json),
  ...gatewayReferences(json),
  ...attachmentReferences(json),
  ...transitTableReferences(json),
];

const checkOnce = (keys: readonly string[], path: string): Result<void, FileError> => {
  const twin = keys.findIndex((key, index) => keys.indexOf(key) !== index);
  if (twin < 0) return ok(undefined);
  return fileError(`${path}[${twin}]`, `${keys[twin]} is there already`);
};

/** What has no id is told by its key: an entry by direction and number, a route by its destination. */
export const checkKeys = (json: DesignJson): Result<void, FileError> => {
  const lists = [
    ...json.networkAcls.map(({ entries }, at) => ({
      path: `networkAcls[${at}].entries`,
      keys: entries.map(({ direction, ruleNumber }) => `${direction} rule ${ruleNumber}`),
    })),
    ...json.routeTables.map(({ routes }, at) => ({
      path: `routeTables[${at}].routes`,
      keys: routes.map(
        ({ destination, isPropagated }) =>
          `a ${isPropagated ? "propagated " : ""}route to ${routeKey(destination)}`,
      ),
    })),
    ...json.transitGatewayRouteTables.map(({ routes }, at) => ({
      path: `transitGatewayRouteTables[${at}].routes`,
      keys: routes.map(({ cidr }) => `a route to ${cidr}`),
    })),
  ];
  return lists.reduce<Result<void, FileError>>(
    (result, { path, keys }) => (result.ok ? checkOnce(keys, path) : result),
    ok(undefined),
  );
};
