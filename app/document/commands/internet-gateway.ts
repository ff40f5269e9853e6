import {
  checkAttachInternetGateway,
  checkInternetGatewayQuota,
  type EgressOnlyInternetGatewayId,
  type InternetGateway,
  type InternetGatewayId,
  listed,
  type Network,
  ok,
  publicAddressHolders,
  type Refusal,
  type Result,
  recordOf,
  refuse,
  type VpcId,
} from "../../../engine";
import { type Command, networkCommand } from "../command";
import { nameOf } from "../find";
import { checkNewIds, findRecord, withRecord } from "../records";

export type CreateInternetGateway = Readonly<{
  internetGatewayId: InternetGatewayId;
  name: string;
  /** The VPC that it is attached to at once; null: none yet. */
  vpcId: VpcId | null;
}>;

export type CreateEgressOnlyInternetGateway = Readonly<{
  egressOnlyInternetGatewayId: EgressOnlyInternetGatewayId;
  name: string;
  vpcId: VpcId;
}>;

type Named = Readonly<{ name: string }>;

const withGateway = (network: Network, gateway: InternetGateway): Network =>
  withRecord(network, "internetGateways", gateway.internetGatewayId, gateway);

export const createInternetGateway = ({ internetGatewayId, name, vpcId }: CreateInternetGateway): Command =>
  networkCommand(`Create internet gateway ${name}`.trimEnd(), (network) => {
    const gateway = { internetGatewayId, name, vpcId: null };
    const may =
      vpcId === null
        ? checkInternetGatewayQuota(network, null)
        : checkAttachInternetGateway(network, gateway, vpcId);
    if (!may.ok) return may;
    const ids = checkNewIds(network, [internetGatewayId]);
    return ids.ok ? ok(withGateway(network, { ...gateway, vpcId })) : ids;
  });

/** A command that changes one internet gateway and nothing else. */
const gatewayCommand = (
  id: InternetGatewayId,
  label: (network: Network) => string,
  change: (gateway: InternetGateway, network: Network) => Result<InternetGateway, Refusal>,
  mergeKey?: string,
): Command =>
  networkCommand(
    label,
    (network) => {
      const before = findRecord(network, "internetGateways", id, "internetGatewayNotFound");
      const after = before.ok ? change(before.value, network) : before;
      return after.ok ? ok(withGateway(network, after.value)) : after;
    },
    mergeKey,
  );

export const attachInternetGateway = (id: InternetGatewayId, vpcId: VpcId): Command =>
  gatewayCommand(
    id,
    (network) => `Attach ${nameOf(network, id)} to ${nameOf(network, vpcId)}`,
    (gateway, network) => {
      const may = checkAttachInternetGateway(network, gateway, vpcId);
      return may.ok ? ok({ ...gateway, vpcId }) : may;
    },
  );

/** Refused while something in the VPC has a public address. Routes to the gateway stay, as black holes. */
export const detachInternetGateway = (id: InternetGatewayId): Command =>
  gatewayCommand(
    id,
    (network) => {
      const vpcId = recordOf(network.internetGateways, id)?.vpcId;
      return `Detach ${nameOf(network, id)}${vpcId ? ` from ${nameOf(network, vpcId)}` : ""}`;
    },
    (gateway, network) => {
      const name = nameOf(network, id);
      if (gateway.vpcId === null) return refuse("internetGatewayNotAttached", { name });
      const holders = publicAddressHolders(network, gateway.vpcId);
      if (holders.length > 0) return refuse("internetGatewayInUse", { name, holders: listed(holders) });
      return ok({ ...gateway, vpcId: null });
    },
  );

export const modifyInternetGateway = (id: InternetGatewayId, { name }: Named, mergeKey?: string): Command =>
  gatewayCommand(
    id,
    (network) => `Rename ${nameOf(network, id)} to ${name}`,
    (gateway) => ok({ ...gateway, name }),
    mergeKey,
  );

export const createEgressOnlyInternetGateway = (input: CreateEgressOnlyInternetGateway): Command =>
  networkCommand(`Create egress-only internet gateway ${input.name}`.trimEnd(), (network) => {
    const vpc = findRecord(network, "vpcs", input.vpcId, "vpcNotFound");
    if (!vpc.ok) return vpc;
    const id = input.egressOnlyInternetGatewayId;
    const ids = checkNewIds(network, [id]);
    return ids.ok ? ok(withRecord(network, "egressOnlyInternetGateways", id, input)) : ids;
  });

export const modifyEgressOnlyInternetGateway = (
  id: EgressOnlyInternetGatewayId,
  { name }: Named,
  mergeKey?: string,
): Command =>
  networkCommand(
    (network) => `Rename ${nameOf(network, id)} to ${name}`,
    (network) => {
      const reason = "egressOnlyInternetGatewayNotFound";
      const before = findRecord(network, "egressOnlyInternetGateways", id, reason);
      return before.ok
        ? ok(withRecord(network, "egressOnlyInternetGateways", id, { ...before.value, name }))
        : before;
    },
    mergeKey,
  );
