import { asId, type VpcId } from "../../model/id";
import type { EgressOnlyInternetGateway, InternetGateway } from "../../model/internet-gateway";
import { idOf, nameOf, objectsOf, type Source, textOf } from "../json-source";
import { entriesById } from "./entries-by-id";
import type { Lists } from "./lists";

/** EC2 says `available` of an attached gateway, its own reference `attached`. */
const ATTACHED: readonly string[] = ["", "available", "attached", "attaching"];

function attachedVpc(source: Source, gateway: string): VpcId | null {
  const attached = objectsOf(source, "Attachments").filter((each) =>
    ATTACHED.includes(textOf(each, "State")),
  );
  const [kept, another] = attached.flatMap((each) => idOf<"vpc">(each, "VpcId") ?? []);
  if (another !== undefined && kept !== undefined)
    source.input.notes.add("severalVpcs", source.path, { gateway, kept });
  return kept ?? null;
}

export function readInternetGateways(lists: Lists): readonly InternetGateway[] {
  const found = entriesById<"internetGateway">(lists.entries("InternetGateways"), "InternetGatewayId");
  return [...found].map(([internetGatewayId, source]) => ({
    internetGatewayId,
    name: nameOf(source),
    vpcId: attachedVpc(source, internetGatewayId),
  }));
}

export function readEgressOnlyInternetGateways(lists: Lists): readonly EgressOnlyInternetGateway[] {
  const entries = lists.entries("EgressOnlyInternetGateways");
  const found = entriesById<"egressOnlyInternetGateway">(entries, "EgressOnlyInternetGatewayId");
  return [...found].flatMap(([egressOnlyInternetGatewayId, source]) => {
    const vpcId = attachedVpc(source, egressOnlyInternetGatewayId);
    if (vpcId !== null) return [{ egressOnlyInternetGatewayId, name: nameOf(source), vpcId }];
    source.input.notes.add("noParent", source.path, { id: egressOnlyInternetGatewayId, parent: "VPC" });
    return [];
  });
}

type Found = Readonly<{
  internetGateways: readonly InternetGateway[];
  egressOnlyInternetGateways: readonly EgressOnlyInternetGateway[];
}>;

/** Gateways that active routes lead to and the input does not list: attached to the table's VPC, else there were no route. */
export function withImplied(lists: Lists, { internetGateways, egressOnlyInternetGateways }: Found): Found {
  const implied = new Map<string, VpcId>();
  const known = new Set<string>([
    ...internetGateways.map((each) => each.internetGatewayId),
    ...egressOnlyInternetGateways.map((each) => each.egressOnlyInternetGatewayId),
  ]);
  for (const table of lists.entries("RouteTables")) {
    const vpcId = idOf<"vpc">(table, "VpcId");
    for (const route of vpcId === null ? [] : objectsOf(table, "Routes")) {
      const id = textOf(route, "EgressOnlyInternetGatewayId") || textOf(route, "GatewayId");
      if (!/^e?igw-/.test(id) || textOf(route, "State") === "blackhole" || known.has(id) || vpcId === null)
        continue;
      known.add(id);
      route.input.notes.add("impliedGateway", route.path, { gateway: id, vpc: vpcId });
      implied.set(id, vpcId);
    }
  }
  const both = [...implied].map(([id, vpcId]) => ({ id, name: "", vpcId }));
  return {
    internetGateways: [
      ...internetGateways,
      ...both.flatMap(({ id, ...rest }) =>
        id.startsWith("igw-") ? [{ internetGatewayId: asId<"internetGateway">(id), ...rest }] : [],
      ),
    ],
    egressOnlyInternetGateways: [
      ...egressOnlyInternetGateways,
      ...both.flatMap(({ id, ...rest }) =>
        id.startsWith("eigw-")
          ? [{ egressOnlyInternetGatewayId: asId<"egressOnlyInternetGateway">(id), ...rest }]
          : [],
      ),
    ],
  };
}
