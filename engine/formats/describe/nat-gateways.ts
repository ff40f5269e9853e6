import { asId, type NatGatewayId } from "../../model/id";
import type { NatGateway } from "../../model/nat-gateway";
import type { PrivateIpAddress } from "../../model/network-interface";
import { formatAddress } from "../../net/cidr";
import { addressOf, flagOf, idOf, nameOf, objectsOf, type Source, textOf } from "../json-source";
import { entriesById } from "./entries-by-id";
import type { FoundInterface } from "./interfaces";
import type { Lists } from "./lists";

const NAT_STATES = ["pending", "failed", "available", "deleting", "deleted"] as const;

const natAddress = (source: Source): readonly PrivateIpAddress[] => {
  const privateIp = addressOf(source, "PrivateIp", 4);
  const publicIp = addressOf(source, "PublicIp", 4);
  if (privateIp === null || !["", "succeeded", "associating", "assigning"].includes(textOf(source, "Status")))
    return [];
  return [
    {
      privateIpAddress: formatAddress(privateIp),
      publicIp: publicIp === null ? null : formatAddress(publicIp),
    },
  ];
};

function natGatewayOf(natGatewayId: NatGatewayId, source: Source): NatGateway | null {
  const subnetId = idOf<"subnet">(source, "SubnetId");
  if (subnetId === null) {
    const kind = `${textOf(source, "AvailabilityMode")} NAT gateway`.trim();
    source.input.notes.add("notModelled", source.path, { name: natGatewayId, kind });
    return null;
  }
  const addresses = objectsOf(source, "NatGatewayAddresses").toSorted(
    (a, b) => Number(flagOf(b, "IsPrimary", false)) - Number(flagOf(a, "IsPrimary", false)),
  );
  return {
    natGatewayId,
    name: nameOf(source),
    subnetId,
    connectivityType: textOf(source, "ConnectivityType") === "private" ? "private" : "public",
    state: NAT_STATES.find((state) => state === textOf(source, "State")) ?? "available",
    addresses: addresses.flatMap(natAddress),
  };
}

/** Is it the interface that a NAT gateway has of its own? AWS writes `natGateway` and `nat_gateway`. */
export const isNatInterface = ({ type, description }: FoundInterface): boolean =>
  /^nat_?gateway$/i.test(type) || description.startsWith("Interface for NAT Gateway");

/** A gateway that only its interface tells of. */
function impliedNatGateway(found: FoundInterface, told: ReadonlySet<string>): readonly NatGateway[] {
  const [id] = /nat-[0-9a-z]+/.exec(found.description) ?? [];
  if (id === undefined || told.has(id) || found.subnetId === "") return [];
  found.source.input.notes.add("impliedNatGateway", found.source.path, { natGateway: id });
  const addresses = found.privateIpAddresses;
  return [
    {
      natGatewayId: asId<"natGateway">(id),
      name: "",
      subnetId: asId<"subnet">(found.subnetId),
      connectivityType: addresses.some(({ publicIp }) => publicIp !== null) ? "public" : "private",
      state: "available",
      addresses,
    },
  ];
}

/** The NAT gateways of the input, also those of which it holds nothing but the interface. */
export function readNatGateways(lists: Lists, interfaces: readonly FoundInterface[]): readonly NatGateway[] {
  const sources = entriesById<"natGateway">(lists.entries("NatGateways"), "NatGatewayId");
  const told = new Set<string>(sources.keys());
  return [
    ...[...sources].flatMap(([id, source]) => natGatewayOf(id, source) ?? []),
    ...interfaces.filter(isNatInterface).flatMap((each) => impliedNatGateway(each, told)),
  ];
}
