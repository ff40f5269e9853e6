/** Accounts that other programs have judged: docs/real-accounts.md tells where and why Pathlight says otherwise. */
import { describe, expect, test } from "vitest";
import { type Answer, asId, createEngine, type End, type ExplanationCode, type Packet } from "../../engine";
import { hasRealData, networkOfFile, readJson, tell } from "./testing/real-data";

type Side = Readonly<{ kind: string; id?: string; address?: string; ip?: string }>;

/** A row of `expected.json`: one packet, and what the Batfish project's own tests say of it. */
type Row = Readonly<{
  id: string;
  file: string;
  src: Side;
  dst: Side;
  protocol: string;
  ports: string;
  srcPorts: string;
  allowed: boolean;
  disposition: string;
  hops: readonly string[];
}>;

/** Rows about what Pathlight has no noun for, and what that is. docs/real-accounts.md has the same list. */
const NOT_MODELLED: Readonly<Record<string, string>> = {
  "batfish/test-public-private-subnet/016": "a VPN connection",
  "batfish/test-public-private-subnet/017": "starts at a virtual private gateway",
  "batfish/test-public-private-subnet/018": "starts at a virtual private gateway",
  "batfish/test-public-private-subnet/019": "starts at a virtual private gateway",
};

const rows = (): readonly Row[] => (readJson("expected.json") as { cases: readonly Row[] }).cases;

/** What a row's packet is sent from: an interface, or any other address. */
const senderOf = ({ kind, id, address, ip }: Side): End =>
  kind === "eni" && id !== undefined
    ? { kind: "networkInterface", networkInterfaceId: asId<"networkInterface">(id) }
    : { kind: "address", address: address ?? ip ?? "" };

/** Between interfaces the interface is meant, since VPCs may have the same block; else the address as it is written. */
const receiverOf = ({ src, dst }: Row): End =>
  src.kind === "eni" && dst.kind === "eni" ? senderOf(dst) : { kind: "address", address: dst.address ?? "" };

/** Protocol 0 stands for one that no rule names; 253 is for experiments. */
const packetOf = ({ protocol, ports, srcPorts }: Row): Packet =>
  protocol === "tcp" ? { protocol: 6, port: Number(ports), sourcePort: Number(srcPorts) } : { protocol: 253 };

const FILTERS: readonly ExplanationCode[] = [
  "ENI_SG_RULES_MISMATCH",
  "SG_HAS_NO_RULES",
  "SUBNET_ACL_RESTRICTION",
  "IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS",
];

/** Codes for what the other program calls by these names. */
const CODES: Readonly<Record<string, readonly ExplanationCode[]>> = {
  DENIED_IN: FILTERS,
  NO_ROUTE: ["NO_ROUTE_TO_DESTINATION", "UNSUPPORTED_COMPONENT"],
  NULL_ROUTED: [
    "NO_POSSIBLE_DESTINATION",
    "NO_SOURCE_OR_DESTINATION",
    "IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS",
  ],
  NEIGHBOR_UNREACHABLE: ["NO_POSSIBLE_DESTINATION", "NO_SOURCE_OR_DESTINATION"],
};

/** Packets that both block, for reasons of their own: docs/real-accounts.md says which is AWS's. */
const OTHER_REASONS: Readonly<Record<string, ExplanationCode>> = {
  "batfish/test-public-subnet/007": "NO_SOURCE_OR_DESTINATION",
};

/** Gateways on the way that both programs name. */
const gatewaysIn = (hops: readonly string[]): readonly string[] =>
  hops.filter((id) => /^(igw|nat|vpce|tgw)-/.test(id));

const answerTo = (row: Row): Answer => {
  const engine = createEngine();
  engine.load(networkOfFile(row.file));
  return engine.test({ from: [senderOf(row.src)], to: [receiverOf(row)], packet: packetOf(row) });
};

const compare = (row: Row): void => {
  const { verdict, blockers, path } = answerTo(row);
  expect(verdict).toBe(row.allowed ? "allowed" : "blocked");
  const expected = [OTHER_REASONS[row.id] ?? CODES[row.disposition] ?? []].flat();
  if (!row.allowed) expect(expected).toContainEqual(expect.toBeOneOf(blockers.map(({ code }) => code)));
  const passed = path.map(({ id }) => id);
  if (row.allowed) expect(passed).toEqual(expect.arrayContaining([...gatewaysIn(row.hops)]));
};

describe.skipIf(!hasRealData)("packets in the accounts of the Batfish project", () => {
  const all = hasRealData ? rows() : [];

  test.each(all.filter(({ id }) => NOT_MODELLED[id] === undefined).map((row) => [row.id, row] as const))(
    "fare as its tests say: %s",
    (_, row) => compare(row),
  );

  test("are all asked but for those about what is not modelled", () => {
    for (const [id, what] of Object.entries(NOT_MODELLED)) tell(`Not modelled: ${id} (${what}).`);
    expect(all.map(({ id }) => id)).toEqual(expect.arrayContaining(Object.keys(NOT_MODELLED)));
    expect(all).toHaveLength(28);
  });
});
