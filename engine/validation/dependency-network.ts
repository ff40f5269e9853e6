/** What keeps ACLs, tables and gateways from being deleted. */
import { type Network, recordOf, recordsOf } from "../model/network";
import type { Subnet } from "../model/subnet";
import { ok, type Result } from "../result";
import { publicAddressHolders } from "./internet-gateway-check";
import { listed } from "./listed";
import { type Refusal, type RefusalReason, refuse } from "./refusal";

type Goes = ReadonlySet<string>;

const stayingSubnets = (network: Network, goes: Goes, uses: (subnet: Subnet) => boolean): string =>
  listed(
    recordsOf(network.subnets)
      .filter((each) => uses(each) && !goes.has(each.subnetId))
      .map((each) => each.name || each.subnetId),
  );

const unlessUsed = (subnets: string, reason: RefusalReason, name: string): Result<void, Refusal> =>
  subnets === "" ? ok(undefined) : refuse(reason, { name, subnets });

/** The default ACL stays with its VPC, others until no subnet has them (API Reference, DeleteNetworkAcl). */
function checkAclGoes(network: Network, id: string, goes: Goes): Result<void, Refusal> | null {
  const acl = recordOf(network.networkAcls, id);
  if (acl === undefined) return null;
  if (goes.has(acl.vpcId)) return ok(undefined);
  const name = acl.name || id;
  if (acl.isDefault) return refuse("networkAclIsDefault", { name });
  const subnets = stayingSubnets(network, goes, (each) => each.networkAclId === id);
  return unlessUsed(subnets, "networkAclInUse", name);
}

/** The main table stays with its VPC, others until no subnet names them (API Reference, DeleteRouteTable). */
function checkTableGoes(network: Network, id: string, goes: Goes): Result<void, Refusal> | null {
  const table = recordOf(network.routeTables, id);
  if (table === undefined) return null;
  if (goes.has(table.vpcId)) return ok(undefined);
  const name = table.name || id;
  if (table.isMain) return refuse("routeTableIsMain", { name });
  const subnets = stayingSubnets(network, goes, (each) => each.routeTableId === id);
  return unlessUsed(subnets, "routeTableInUse", name);
}

/** Public addresses are mapped by the gateway: it goes after them (API Reference, DetachInternetGateway). */
function checkInternetGatewayGoes(network: Network, id: string, goes: Goes): Result<void, Refusal> | null {
  const gateway = recordOf(network.internetGateways, id);
  if (gateway === undefined) return null;
  if (gateway.vpcId === null) return ok(undefined);
  const holders = publicAddressHolders(network, gateway.vpcId, goes);
  if (holders.length === 0) return ok(undefined);
  return refuse("internetGatewayInUse", { name: gateway.name || id, holders: listed(holders) });
}

/** A transit gateway's table goes after its associations. */
function checkTransitTableGoes(network: Network, id: string, goes: Goes): Result<void, Refusal> | null {
  const table = recordOf(network.transitGatewayRouteTables, id);
  if (table === undefined) return null;
  const users = recordsOf(network.transitGatewayAttachments).filter(
    (each) => each.routeTableId === id && !goes.has(each.transitGatewayAttachmentId),
  );
  if (users.length === 0) return ok(undefined);
  const attachments = listed(users.map((each) => each.name || each.transitGatewayAttachmentId));
  return refuse("transitRouteTableInUse", { name: table.name || id, attachments });
}

/** May this ACL, table or gateway go, together with all of `goes`? Anything else may. */
export const checkNetworkPartGoes = (network: Network, id: string, goes: Goes): Result<void, Refusal> =>
  checkAclGoes(network, id, goes) ??
  checkTableGoes(network, id, goes) ??
  checkInternetGatewayGoes(network, id, goes) ??
  checkTransitTableGoes(network, id, goes) ??
  ok(undefined);
