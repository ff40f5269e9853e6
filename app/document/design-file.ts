/**
 * The design file, `*.pathlight.json`: versioned JSON, lists sorted by id, keys in one order, so that two versions of a
 * design differ where the design does. Pure: storage and dialogs are elsewhere.
 */
import * as v from "valibot";
import { fail, hasInternetGateway, ok, type Result, recordsOf } from "../../engine";
import { type DesignFile, designOf } from "./design-of";
import { type Diagram, INTERNET_PLACE, type Place } from "./diagram";
import { type FileError, fileError } from "./file-format/file-error";
import { errorOf } from "./file-format/issue";
import { parseJson } from "./file-format/json-text";
import { migrate } from "./file-format/migrations";
import { checkReferences } from "./file-format/references";
import { DESIGN_SCHEMA } from "./file-format/schema";
import { placedAt } from "./places";

export type { DesignFile } from "./design-of";
export type { FileError } from "./file-format/file-error";
export { formatDesignFile } from "./write-design";

/** 10 MB: some 50,000 interfaces. */
const MAX_LENGTH = 10 * 1024 * 1024;

/** To the left of where VPCs without a place begin, with room for an arrow's label between. */
const BESIDE_FIRST_VPC: Place = { x: -236, y: 96, size: null };

/** In a file without any places nobody has left the Internet out: it stands where a VPC has a way there. */
const withInternetShown = (diagram: Diagram): Diagram => {
  const { network, layout } = diagram;
  const isPlaced = Object.keys(layout.places).length > 0;
  const leadsThere = recordsOf(network.vpcs).some(({ vpcId }) => hasInternetGateway(network, vpcId));
  return isPlaced || !leadsThere ? diagram : placedAt(diagram, INTERNET_PLACE, BESIDE_FIRST_VPC);
};

/** Reads a design of this or an older version, or says exactly where and why it is none. */
export const parseDesignFile = (text: string): Result<DesignFile, FileError> => {
  if (text.length > MAX_LENGTH)
    return fileError("", "this file is larger than 10 MB, the most that Pathlight opens");
  const json = parseJson(text);
  if (!json.ok) return json;
  const present = migrate(json.value);
  if (!present.ok) return present;
  const parsed = v.safeParse(DESIGN_SCHEMA, present.value, { abortEarly: true });
  if (!parsed.success) return fail(errorOf(parsed.issues[0]));
  const references = checkReferences(parsed.output);
  if (!references.ok) return references;
  const file = designOf(parsed.output);
  return ok({ ...file, diagram: withInternetShown(file.diagram) });
};
