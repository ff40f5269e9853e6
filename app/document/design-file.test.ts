import { describe, expect, test } from "vitest";
import { asId, ok } from "../../engine";
import threeTiers from "../../public/examples/three-tiers.pathlight.json?raw";
import { formatDesignFile, parseDesignFile } from "./design-file";
import { EMPTY_DIAGRAM, INTERNET_PLACE } from "./diagram";
import { migrate } from "./file-format/migrations";
import { jsonFault } from "./json-fault";
import type { RowDraft } from "./row-draft";
import type { RuleDraft } from "./rule-draft";
import { unwrap } from "./testing/expect";

type Json = Record<string, unknown>;

/** The example with the value at a path ("subnets.0.vpcId") exchanged; `undefined` takes it out. */
const withValue = (path: string, value: unknown): string => {
  const json: Json = JSON.parse(threeTiers);
  const keys = path.split(".");
  const last = keys.pop() ?? "";
  const holder = keys.reduce<Json>((part, key) => part[key] as Json, json);
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  return JSON.stringify(json);
};

const errorOf = (text: string) => {
  const file = parseDesignFile(text);
  return file.ok ? "ok" : [file.error.path, file.error.message].join(": ");
};

describe("a file with something wrong in it says where and what", () => {
  test.each<[string, unknown, string | RegExp]>([
    [
      "securityGroups.2.rules.1.remote",
      { kind: "cidrIpv4", cidrIpv4: "10.0.300.0/24" },
      "securityGroups[2].rules[1].remote.cidrIpv4: 300 is not an octet (0–255)",
    ],
    ["vpcs.0.cidrBlock", "::/0", "vpcs[0].cidrBlock: ::/0 is not IPv4"],
    ["vpcs.0.name", 7, "vpcs[0].name: should be text in quotes, not 7"],
    ["vpcs.0.name", undefined, "vpcs[0].name: is missing"],
    ["vpcs.0.tenancy", "host", "vpcs[0].tenancy: is not a field of this file's version"],
    ["colour", "red", "colour: is not a field of this file's version"],
    ["vpcs.0.vpcId", "constructor", "vpcs[0].vpcId: this word cannot be an id"],
    ["vpcs.0.vpcId", "__proto__", "vpcs[0].vpcId: this word cannot be an id"],
    ["vpcs.0.vpcId", "", "vpcs[0].vpcId: an id cannot be empty"],
    ["vpcs.0.vpcId", "vpc 1", "vpcs[0].vpcId: an id cannot hold blanks or control characters"],
    ["vpcs.0.vpcId", "vpc-\u0007", "vpcs[0].vpcId: an id cannot hold blanks or control characters"],
    ["vpcs.0.vpcId", "vpc-\u00a01", "vpcs[0].vpcId: an id cannot hold blanks or control characters"],
    ["securityGroups.1.rules.0.securityGroupRuleId", "sg-1 ingress tcp 80-80", "ok"],
    ["vpcs", {}, "vpcs: should be a list, not {}"],
    ["instances.0.state", "tired", /^instances\[0\]\.state: should be .*, not "tired"$/u],
    ["subnets.1.vpcId", "vpc-x", "subnets[1].vpcId: there is no VPC vpc-x in this file"],
    [
      "networkInterfaces.0.groupIds",
      ["sg-x"],
      "networkInterfaces[0].groupIds[0]: there is no security group sg-x in this file",
    ],
    [
      "networkInterfaces.0.attachment.instanceId",
      "i-x",
      "networkInterfaces[0].attachment.instanceId: there is no instance i-x in this file",
    ],
    [
      "networkInterfaces.0.privateIpAddresses.0.privateIpAddress",
      "10.0.0",
      "networkInterfaces[0].privateIpAddresses[0].privateIpAddress: “10.0.0” is not an IP address",
    ],
    ["networkInterfaces.0.attachment", null, "instances[0]: no network interface is attached to it"],
    [
      "securityGroups.1.rules.0.traffic",
      { ipProtocol: "tcp", ports: { from: 90, to: 80 } },
      "securityGroups[1].rules[0].traffic: The range 90-80 runs backwards: write the lower port first.",
    ],
    [
      "securityGroups.1.rules.0.traffic",
      { ipProtocol: "tcp", ports: { from: 0, to: 65536 } },
      "securityGroups[1].rules[0].traffic.ports.to: should be a whole number from 0 to 65535",
    ],
    [
      "securityGroups.1.rules.0.traffic",
      { ipProtocol: "gre" },
      /^securityGroups\[1\]\.rules\[0\]\.traffic\.ipProtocol: should be .*, not "gre"$/u,
    ],
    [
      "securityGroups.1.rules.0.remote",
      { kind: "prefixList", prefixListId: "pl-x" },
      "securityGroups[1].rules[0].remote.prefixListId: there is no prefix list pl-x in this file",
    ],
    ["pathlight", undefined, /^: this is not a Pathlight design/u],
    ["pathlight", "1", "pathlight: should be the version of the file, a whole number from 1"],
    ["pathlight", 3, "pathlight: version 3 is newer than this Pathlight, which reads up to 2"],
  ])("%s = %j", (path, value, expected) => {
    if (typeof expected === "string") expect(errorOf(withValue(path, value))).toBe(expected);
    else expect(errorOf(withValue(path, value))).toMatch(expected);
  });

  test("an id given twice, with the place of its twin", () => {
    const twin = JSON.parse(threeTiers).subnets[0].subnetId;
    expect(errorOf(withValue("subnets.2.subnetId", twin))).toBe(
      `subnets[2]: ${twin} is the id of subnets[0] already`,
    );
    expect(errorOf(withValue("instances.1.instanceId", twin))).toBe(
      `instances[1]: ${twin} is the id of subnets[0] already`,
    );
  });

  test("a syntax error, with line and column", () => {
    const fault = (text: string) => `${jsonFault(text)?.path}: ${jsonFault(text)?.message}`;
    expect(fault('{\n  "pathlight": 1,\n  "name" "x"\n}')).toBe("line 3, column 10: a colon is missing.");
    expect(fault('{"pathlight": 1')).toMatch(/^line 1, column \d+: a closing brace \} is missing\.$/u);
    expect(fault("")).toMatch(/^line 1, column 1: /u);
    expect(jsonFault("\uFEFF{}")).toBeNull();
    expect(errorOf("{")).toBe(": this is not JSON.");
  });

  test("a file beyond 10 MB", () => {
    expect(errorOf(" ".repeat(10 * 1024 * 1024 + 1))).toBe(
      ": this file is larger than 10 MB, the most that Pathlight opens",
    );
  });

  test("a key that would change every object", () => {
    const text = threeTiers.replace('"name": "Three tiers",', '"name": "x", "__proto__": {"vpcs": []},');
    expect(errorOf(text)).not.toBe("ok");
  });
});

describe("a file", () => {
  test("may be as short as its version and name", () => {
    expect(unwrap(parseDesignFile('\uFEFF{"pathlight": 1, "name": "x"}')).diagram).toEqual({
      ...EMPTY_DIAGRAM,
      name: "x",
    });
  });

  test("is stored with its addresses in canonical form", () => {
    const text = withValue("ipRanges.0.cidrBlocks", ["203.0.113.9/24", "2001:DB8::/32"]);
    const range = Object.values(unwrap(parseDesignFile(text)).diagram.network.ipRanges)[0];
    expect(range?.cidrBlocks).toEqual(["203.0.113.0/24", "2001:db8::/32"]);
  });

  test("does not depend on the order in which things were made", () => {
    const { diagram } = unwrap(parseDesignFile(threeTiers));
    const turned = Object.fromEntries(Object.entries(diagram.network.subnets).reverse());
    const other = { ...diagram, network: { ...diagram.network, subnets: turned } };
    expect(formatDesignFile(other)).toBe(threeTiers);
  });

  test("leaves out places of things that are not there, and gives every group a colour", () => {
    const at = { x: 0, y: 0, size: null };
    const { vpcId } = JSON.parse(threeTiers).vpcs[0];
    const text = withValue("places", [
      { id: "i-gone", ...at },
      { id: vpcId, ...at },
    ]);
    expect(unwrap(parseDesignFile(text)).diagram.layout.places).toEqual({ [vpcId]: at });
    const colors = unwrap(parseDesignFile(withValue("groupColors", []))).diagram.layout.groupColors;
    expect(Object.values(colors).sort()).toEqual([0, 1, 11, 2]);
  });

  test("without places shows the Internet where a VPC leads there, and only then", () => {
    const placesOf = (text: string) => Object.keys(unwrap(parseDesignFile(text)).diagram.layout.places);
    const bare = withValue("places", undefined);
    expect(placesOf(bare)).toEqual([INTERNET_PLACE]);
    const closed = { ...JSON.parse(bare), internetGateways: [] };
    const routeTables = closed.routeTables.map((table: Json) => ({ ...table, routes: [] }));
    expect(placesOf(JSON.stringify({ ...closed, routeTables }))).toEqual([]);
  });

  test("holds the drafts of its groups", () => {
    const { diagram } = unwrap(parseDesignFile(threeTiers));
    const groupId = asId<"securityGroup">(Object.keys(diagram.network.securityGroups)[0] ?? "");
    const draft: RuleDraft = {
      draftId: "draft-1",
      groupId,
      direction: "ingress",
      ruleId: null,
      type: "custom-tcp",
      protocol: "tcp",
      ports: "80",
      remoteKind: "custom",
      remote: "10.0.",
      description: "",
    };
    const drafts = { [groupId]: [{ ...draft, draftId: "draft-2" }, draft] };
    expect(unwrap(parseDesignFile(formatDesignFile(diagram, drafts))).drafts).toEqual(drafts);
    const orphan = { gone: [{ ...draft, groupId: asId<"securityGroup">("gone") }] };
    expect(unwrap(parseDesignFile(formatDesignFile(diagram, orphan))).drafts).toEqual({});
  });

  test("holds the unfinished rows of forms whose element is there", () => {
    const { diagram } = unwrap(parseDesignFile(threeTiers));
    const [subnetId = ""] = Object.keys(diagram.network.subnets);
    const row: RowDraft = {
      draftId: "new 1",
      key: null,
      against: "",
      texts: { destination: "10.", target: "" },
    };
    const rows = { [`${subnetId} rows`]: [row], "rtb-gone": [row], [subnetId]: [] };
    const file = unwrap(parseDesignFile(formatDesignFile(diagram, {}, rows)));
    expect(file.rowDrafts).toEqual({ [`${subnetId} rows`]: [row] });
    expect(formatDesignFile(diagram, {}, { "rtb-gone": [row] })).toBe(formatDesignFile(diagram));
  });
});

describe("older versions", () => {
  test("go through every step up to the present one", () => {
    const rename = (json: Readonly<Json>) => ok({ ...json, title: "x" });
    const shorten = (json: Readonly<Json>) => ok({ ...json, name: json.title });
    const migrations = [rename, shorten];
    expect(unwrap(migrate({ pathlight: 1 }, migrations))).toEqual({ pathlight: 3, title: "x", name: "x" });
    expect(unwrap(migrate({ pathlight: 2, title: "y" }, migrations))).toMatchObject({
      pathlight: 3,
      name: "y",
    });
    expect(migrate({ pathlight: 4 }, migrations).ok).toBe(false);
  });
});
