/** Random groups, and the interfaces that wear them: of instances, services, load balancers, endpoints and appliances. */
import fc from "fast-check";
import {
  ANY_OUT,
  group,
  instanceState,
  loadBalancer,
  managedResource,
  networkInterface,
  type Part,
} from "./network-builder";
import { GROUP_TRAFFIC } from "./random-network";

const GROUPS = ["a1", "a2", "a3", "b1", "b2", "c1"] as const;
const vpcOf = (name: string): string => name.slice(0, 1).toUpperCase();

const REMOTES = [
  "0.0.0.0/0",
  "0.0.0.0/1",
  "10.0.0.0/8",
  "10.0.1.0/24",
  "10.0.1.11/32",
  "10.0.1.250/32",
  "10.1.0.0/16",
  "100.64.0.0/16",
  "198.51.100.0/24",
  "198.51.100.250/32",
  "203.0.113.0/24",
  "192.168.0.0/16",
  "52.216.0.0/16",
  "::/0",
  "2001:db8:a::/56",
  "2001:db8:b:1::/64",
  "2001:db8:ffff::/48",
  "pl:v4",
  "pl:v6",
  "pl:s3",
  "sg:gone",
  ...GROUPS.map((name) => `sg:${name}`),
];

const traffic = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom("all", "tcp") },
  { weight: 5, arbitrary: fc.constantFrom(...GROUP_TRAFFIC) },
);
const remote = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom("0.0.0.0/0", "::/0", "10.0.0.0/8", "sg:a1", "sg:b1") },
  { weight: 4, arbitrary: fc.constantFrom(...REMOTES) },
);
const rule = (way: "from" | "to") => fc.tuple(traffic, remote).map(([what, far]) => `${what} ${way} ${far}`);

/** In VPC A most is open to all, elsewhere to groups and blocks more often. */
const rulesOf = (name: string) =>
  fc.tuple(
    fc.oneof(
      {
        weight: name.startsWith("a") ? 9 : 5,
        arbitrary: fc.constant(["all from 0.0.0.0/0", "all from ::/0"]),
      },
      { weight: 3, arbitrary: fc.array(rule("from"), { minLength: 1, maxLength: 5 }) },
    ),
    fc.oneof(
      { weight: 8, arbitrary: fc.constant([...ANY_OUT]) },
      { weight: 2, arbitrary: fc.array(rule("to"), { maxLength: 3 }) },
    ),
  );

export const randomGroups: fc.Arbitrary<readonly Part[]> = fc.tuple(
  ...GROUPS.map((name) => rulesOf(name).map(([into, out]) => group(name, vpcOf(name), [...into, ...out]))),
);

type Wearer = NonNullable<Parameters<typeof networkInterface>[3]["attachedTo"]>;

/** Each interface's wearer, by kind: an instance of its own, one that two share, a stopped one, a service ... */
const WEARERS: Readonly<Record<string, (name: string) => Wearer | null>> = {
  own: (name) => name,
  shared: () => "shared",
  stopped: (name) => `stopped-${name}`,
  none: () => null,
  database: (name) => ({ database: name }),
  service: (name) => ({ managedResource: name }),
  alb: () => ({ loadBalancer: "alb" }),
  nlb: () => ({ loadBalancer: "nlb" }),
};

const KINDS = [
  ...["own", "own", "own", "own", "own", "own", "own", "shared", "database", "service", "alb", "nlb"],
  ...["stopped", "none"],
];

const row = fc.record({
  subnet: fc.constantFrom("a1", "a2", "a1", "b1", "a2", "a3", "a3", "a2", "b2", "b1", "c1"),
  families: fc.constantFrom("both", "IPv4", "both", "IPv4", "both", "IPv6"),
  /** Of the VPC's block from Amazon, or of that of unique local addresses. */
  ipv6: fc.oneof(
    { weight: 9, arbitrary: fc.constant("2001:db8") },
    { weight: 1, arbitrary: fc.constant("fd12:0") },
  ),
  isPublic: fc.constantFrom(true, true, false),
  secondary: fc.constantFrom("none", "none", "private", "public"),
  kind: fc.constantFrom(...KINDS),
  groups: fc.uniqueArray(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 2 }),
  isGuest: fc.constantFrom(false, false, false, true),
});

type Row = typeof row extends fc.Arbitrary<infer Value> ? Value : never;

const BLOCKS: Readonly<Record<string, string>> = {
  a1: "10.0.1",
  a2: "10.0.2",
  a3: "100.64.3",
  b1: "10.1.1",
  b2: "10.1.2",
  c1: "10.2.1",
};

/** `number` keeps addresses apart. */
const addressesOf = ({ subnet, families, ipv6, isPublic, secondary }: Row, number: number) => {
  const block = BLOCKS[subnet];
  const hasSecond = families !== "IPv6" && secondary !== "none";
  const second = secondary === "public" ? `198.51.100.${100 + number}` : null;
  return {
    primary: families === "IPv6" ? null : `${block}.${10 + number}`,
    ...(isPublic ? { public: `198.51.100.${10 + number}` } : {}),
    secondary: hasSecond ? { [`${block}.${100 + number}`]: second } : {},
    ipv6: families === "IPv4" ? [] : [`${ipv6}:${subnet[0]}:${subnet[1]}::${10 + number}`],
  };
};

/** A guest in another VPC wears the group a1, which is associated there at times. */
const groupsOf = ({ subnet, groups, isGuest, kind }: Row): readonly string[] => {
  if (kind === "nlb") return [];
  const own = GROUPS.filter((name) => vpcOf(name) === vpcOf(subnet));
  return [...(isGuest ? ["a1"] : []), ...groups.flatMap((at) => own[at % own.length] ?? [])];
};

const wearerPart = (each: Row, number: number): readonly Part[] => {
  const name = `n${number}`;
  const { primary, ...rest } = addressesOf(each, number);
  const attachedTo = WEARERS[each.kind]?.(name) ?? null;
  const groups = [...new Set(groupsOf(each))];
  const worn = networkInterface(name, each.subnet, primary, {
    ...rest,
    groups,
    attachedTo,
    deviceIndex: number,
  });
  if (each.kind === "stopped") return [worn, instanceState(`stopped-${name}`, "stopped")];
  return each.kind === "service" ? [managedResource(name, "lambdaFunction"), worn] : [worn];
};

const BALANCERS: readonly Part[] = [
  loadBalancer("alb", "application", []),
  loadBalancer("nlb", "network", []),
];

const endpointInterface: Part = networkInterface("e", "a2", "10.0.2.200", {
  groups: ["a2"],
  attachedTo: { vpcEndpoint: "e" },
});

const appliance = fc
  .record({
    group: fc.constantFrom("a1", "a2", "a3", "a3"),
    sourceDestCheck: fc.constantFrom(false, false, false, false, true),
    state: fc.constantFrom("running", "running", "running", "running", "running", "stopped"),
    face: fc.constantFrom({ public: "198.51.100.9" }, {}),
  })
  .map(({ group: worn, state, sourceDestCheck, face }): readonly Part[] => [
    networkInterface("f1", "a4", "10.0.4.9", { ...face, sourceDestCheck, groups: [worn] }),
    instanceState("f1", state),
  ]);

export const randomWearers: fc.Arbitrary<readonly Part[]> = fc
  .tuple(appliance, fc.array(row, { minLength: 4, maxLength: 9 }))
  .map(([forwarding, rows]) => [
    ...BALANCERS,
    ...forwarding,
    endpointInterface,
    ...rows.flatMap((each, number) => wearerPart(each, number)),
  ]);
