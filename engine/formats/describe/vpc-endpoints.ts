import { asId, type NetworkInterfaceId, type VpcEndpointId } from "../../model/id";
import type { VpcEndpoint } from "../../model/vpc-endpoint";
import { idOf, idsOf, nameOf, type Source, textOf } from "../json-source";
import { entriesById } from "./entries-by-id";
import type { Lists } from "./lists";
import type { Owned } from "./load-balancers";

const GONE: readonly string[] = ["deleted", "deleting", "failed", "rejected", "expired"];

function typeOf(source: Source): VpcEndpoint["vpcEndpointType"] | null {
  const type = textOf(source, "VpcEndpointType").toLowerCase();
  if (type === "" || type === "gateway") return "gateway";
  return type === "interface" ? "interface" : null;
}

function endpointOf(vpcEndpointId: VpcEndpointId, source: Source): VpcEndpoint | null {
  const [vpcId, vpcEndpointType] = [idOf<"vpc">(source, "VpcId"), typeOf(source)];
  const state = textOf(source, "State").toLowerCase();
  if (vpcId === null) {
    source.input.notes.add("noParent", source.path, { id: vpcEndpointId, parent: "VPC" });
    return null;
  }
  if (vpcEndpointType === null || GONE.includes(state)) {
    const kind =
      vpcEndpointType === null ? `${textOf(source, "VpcEndpointType")} endpoint` : `${state} endpoint`;
    source.input.notes.add("notModelled", source.path, { name: vpcEndpointId, kind });
    return null;
  }
  return {
    vpcEndpointId,
    name: nameOf(source),
    vpcId,
    vpcEndpointType,
    serviceName: textOf(source, "ServiceName"),
  };
}

export type FoundEndpoints = Readonly<{
  endpoints: readonly VpcEndpoint[];
  /** Whose an interface is, as the endpoints tell. */
  byInterface: ReadonlyMap<NetworkInterfaceId, VpcEndpointId>;
}>;

/** Endpoints that only their interfaces tell of. */
export function impliedEndpoints(
  owned: readonly Owned[],
  told: readonly VpcEndpoint[],
): readonly VpcEndpoint[] {
  const known = new Set<string>(told.map(({ vpcEndpointId }) => vpcEndpointId));
  return owned.flatMap(({ found, owner }): readonly VpcEndpoint[] => {
    if (owner.kind !== "vpcEndpoint" || known.has(owner.vpcEndpointId) || found.vpcId === "") return [];
    const { vpcEndpointId } = owner;
    known.add(vpcEndpointId);
    found.source.input.notes.add("impliedVpcEndpoint", found.source.path, { vpcEndpoint: vpcEndpointId });
    const vpcId = asId<"vpc">(found.vpcId);
    return [{ vpcEndpointId, name: "", vpcId, vpcEndpointType: "interface", serviceName: "" }];
  });
}

/** The endpoints of the input. */
export function readVpcEndpoints(lists: Lists): FoundEndpoints {
  const sources = entriesById<"vpcEndpoint">(lists.entries("VpcEndpoints"), "VpcEndpointId");
  const endpoints = [...sources].flatMap(([id, source]) => endpointOf(id, source) ?? []);
  const byInterface = new Map<NetworkInterfaceId, VpcEndpointId>();
  for (const { vpcEndpointId, vpcEndpointType } of endpoints) {
    const source = sources.get(vpcEndpointId);
    if (source === undefined || vpcEndpointType === "gateway") continue;
    for (const id of idsOf<"networkInterface">(source, "NetworkInterfaceIds"))
      byInterface.set(id, vpcEndpointId);
  }
  return { endpoints, byInterface };
}
