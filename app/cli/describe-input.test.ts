import { rmSync } from "node:fs";
import { afterAll, describe, expect, test, vi } from "vitest";
import { fileIn, newFolder, pathlight } from "./testing/run";

/** Each test starts a process, which takes a while on a busy machine. */
vi.setConfig({ testTimeout: 30_000 });

const FOLDER = newFolder();

afterAll(() => rmSync(FOLDER, { recursive: true }));

const fileWith = (name: string, content: string): string => fileIn(FOLDER, name, content);

describe("output of describe commands", () => {
  const interfaces = [4, 5].map((at) => ({
    NetworkInterfaceId: `eni-${at}`,
    VpcId: "vpc-1",
    SubnetId: "subnet-1",
    PrivateIpAddress: `10.0.1.${at}`,
    Groups: [{ GroupId: "sg-1", GroupName: "web" }],
    Attachment: { InstanceId: `i-${at}`, DeviceIndex: 0 },
  }));
  const permission = { IpProtocol: "tcp", FromPort: 80, ToPort: 80, IpRanges: [{ CidrIp: "0.0.0.0/0" }] };
  const web = { GroupId: "sg-1", GroupName: "web", VpcId: "vpc-1", IpPermissions: [permission] };
  const account = {
    NetworkInterfaces: interfaces,
    SecurityGroups: [{ ...web, IpPermissionsEgress: [permission] }],
  };

  test("is asked as a design is; what was taken for granted is told apart from the answer", () => {
    const file = fileWith("account.json", JSON.stringify(account));
    const asked = [
      "test",
      file,
      "--from",
      "eni-4",
      "--to",
      "i-5",
      "--protocol",
      "tcp",
      "--port",
      "80",
      "--json",
    ];
    const { stdout, stderr, status } = pathlight(asked);
    expect({ status, verdict: JSON.parse(stdout).verdict }).toEqual({ status: 0, verdict: "allowed" });
    const notes = stderr.trimEnd().split("\n");
    expect(notes).toHaveLength(5);
    expect(notes[0]).toMatch(
      /^pathlight: \S*account\.json: NetworkInterfaces\[0\]: subnet-1 is not in the input/,
    );
  });

  test("with many notes tells some and counts the rest", () => {
    const file = fileWith(
      "many.json",
      JSON.stringify({ ...account, RouteTables: Array.from({ length: 30 }, () => 1) }),
    );
    const { stdout, stderr } = pathlight(["paths", file, "--json", "--no-interfaces"]);
    expect(JSON.parse(stdout).tiers).toContainEqual(expect.objectContaining({ name: "web" }));
    expect(stderr.trimEnd().split("\n")).toHaveLength(21);
    expect(stderr).toContain("pathlight: 15 more notes on the input.\n");
  });
});
