/** Output of describe commands as other projects publish it: any of it is read, or refused in words. */
import { describe, expect, test } from "vitest";
import { createEngine, type ImportNote, readDescribe } from "../../engine";
import { formatDesignFile, parseDesignFile } from "../document/design-file";
import { EMPTY_DIAGRAM } from "../document/diagram";
import { filesBelow, hasRealData, readJson, tell } from "./testing/real-data";

/** Files that hold nothing of a network. */
const NO_NETWORK =
  /network-insights|availability-zones|ecs-list|[/]es-(describe|list)-|lambda-list|redshift-|ecs-describe|addresses-attribute/;

const countsOf = (report: readonly ImportNote[]): string => {
  const counts = new Map<string, number>();
  for (const { code } of report) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].map(([code, count]) => `${code} ${count}`).join(", ");
};

const imported = (json: unknown) => {
  const result = readDescribe(json);
  if (!result.ok) throw new Error(`${result.error.path}: ${result.error.message}`);
  return result.value;
};

describe.skipIf(!hasRealData)("files of real accounts", () => {
  const files = filesBelow("describe");

  test.each(files.filter((file) => !NO_NETWORK.test(file)))("are read: %s", (file) => {
    const { network, report } = imported(readJson(file));
    tell(`${file}: ${countsOf(report) || "nothing to report"}`);
    expect(() => createEngine().load(network)).not.toThrow();
  });

  test.each(files.filter((file) => NO_NETWORK.test(file)))(
    "are refused where they hold no network: %s",
    (file) => {
      const result = readDescribe(readJson(file));
      if (!result.ok) expect(result.error.code).toBe("noKnownList");
      else
        expect(Object.values(result.value.network).every((table) => Object.keys(table).length === 0)).toBe(
          true,
        );
    },
  );

  const folders = ["describe/cloudmapper-demo", "describe/custodian", "describe/aws-cli-reference"];

  test.each(folders)(
    "are one network together, which can be saved as a design and opened again: %s",
    (folder) => {
      const { network } = imported(filesBelow(folder).map(readJson));
      expect(Object.keys(network.vpcs).length).toBeGreaterThan(0);
      const opened = parseDesignFile(formatDesignFile({ ...EMPTY_DIAGRAM, network }));
      expect(opened).toMatchObject({ ok: true });
      if (opened.ok) expect(opened.value.diagram.network).toEqual(network);
    },
  );
});
