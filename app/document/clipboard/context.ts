/** Where the copies of a clip go, and what they are called there. */
import {
  asId,
  type Id,
  type IdKind,
  interfacesOf,
  type Network,
  recordOf,
  type Subnet,
  type SubnetId,
  type TableName,
  type VpcId,
} from "../../../engine";
import { findElement, vpcOf } from "../find";
import type { Clip } from "./clip";

/** The containers that were chosen to paste into; null: where the originals lie. */
export type PasteTarget = Readonly<{ vpcId: VpcId | null; subnetId: SubnetId | null }>;

export type Paste = Readonly<{ clip: Clip; ids: Readonly<Record<string, string>>; target: PasteTarget }>;

const subnetOf = (network: Network, id: string): SubnetId | null => {
  const element = findElement(network, id);
  if (element?.kind === "subnet") return element.record.subnetId;
  if (element?.kind === "networkInterface" || element?.kind === "natGateway") return element.record.subnetId;
  return interfacesOf(network, id)[0]?.subnetId ?? null;
};

/** Anything inside a container stands for it. */
export const targetOf = (network: Network, into: string | null): PasteTarget =>
  into === null
    ? { vpcId: null, subnetId: null }
    : { vpcId: vpcOf(network, into), subnetId: subnetOf(network, into) };

/** The copy's id for what is in the clip; everything else keeps its id. */
export const copyId = <Kind extends IdKind>({ ids }: Paste, id: Id<Kind>): Id<Kind> =>
  asId<Kind>(recordOf(ids, id) ?? id);

/** Is this record among the things that were copied? */
export const isCopied = ({ clip }: Paste, table: TableName, id: string): boolean =>
  recordOf<unknown>(clip.network[table], id) !== undefined;

/** The subnet of a copy: the copied one, else the chosen one, else the original's. */
export const subnetFor = (paste: Paste, network: Network, original: SubnetId): Subnet | undefined => {
  if (isCopied(paste, "subnets", original)) return recordOf(network.subnets, copyId(paste, original));
  const { subnetId, vpcId } = paste.target;
  if (subnetId !== null) return recordOf(network.subnets, subnetId);
  const own = recordOf(network.subnets, original);
  return vpcId === null || own?.vpcId === vpcId ? own : undefined;
};

/** The VPC of a copy: the copied one, the chosen one, or the original's; null when there is none. */
export const vpcFor = (paste: Paste, network: Network, original: VpcId): VpcId | null => {
  if (recordOf(paste.clip.network.vpcs, original) !== undefined) return copyId(paste, original);
  const vpcId = paste.target.vpcId ?? original;
  return recordOf(network.vpcs, vpcId) === undefined ? null : vpcId;
};

/** "web-1", or with the first number behind it that makes it new: "web-1-2". Blank names stay blank. */
export const freeName = (name: string, taken: readonly string[]): string => {
  const lower = new Set(taken.map((each) => each.toLowerCase()));
  if (name === "" || !lower.has(name.toLowerCase())) return name;
  let count = 2;
  while (lower.has(`${name}-${count}`.toLowerCase())) count += 1;
  return `${name}-${count}`;
};

type Named = Readonly<{ name: string }>;

/** `freeName` among the records of a table. */
export const freeNameIn = (table: Readonly<Record<string, Named>>, name: string): string =>
  freeName(
    name,
    Object.values(table).map((each) => each.name),
  );
