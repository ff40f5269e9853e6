import { ok, type Result } from "../../../engine";
import { type FileError, fileError } from "./file-error";
import { withRoutesAndAcls } from "./migration-1";

type Json = Readonly<Record<string, unknown>>;

/** Turns the JSON of one version into that of the next, unless it holds what that version did not know. */
type Migration = (json: Json) => Result<Json, FileError>;

/** The first leads from version 1 to 2, and so on. Each stays as it is for ever: it is about files that are out there. */
const MIGRATIONS: readonly Migration[] = [withRoutesAndAcls];

const isObject = (json: unknown): json is Json =>
  typeof json === "object" && json !== null && !Array.isArray(json);

/** Brings the JSON of any version up to the present one. */
export const migrate = (
  json: unknown,
  migrations: readonly Migration[] = MIGRATIONS,
): Result<unknown, FileError> => {
  if (!isObject(json) || !Object.hasOwn(json, "pathlight")) {
    return fileError("", "this is not a Pathlight design: the field pathlight with its version is missing");
  }
  const version = json.pathlight;
  const newest = migrations.length + 1;
  if (typeof version !== "number" || !Number.isInteger(version) || version < 1) {
    return fileError("pathlight", "should be the version of the file, a whole number from 1");
  }
  if (version > newest) {
    return fileError(
      "pathlight",
      `version ${version} is newer than this Pathlight, which reads up to ${newest}`,
    );
  }
  return migrations.slice(version - 1).reduce<Result<Json, FileError>>((older, step, index) => {
    const next = older.ok ? step(older.value) : older;
    return next.ok ? ok({ ...next.value, pathlight: version + index + 1 }) : next;
  }, ok(json));
};
