import { fail, type Result } from "../../engine";
import type { Diagram } from "./diagram";
import type { RuleDrafts } from "./rule-draft";

export type DesignFile = Readonly<{ diagram: Diagram; drafts: RuleDrafts }>;

/** Why a file is no design: where (a path into the JSON, or a line), and what is wrong there. */
export type FileError = Readonly<{ path: string; message: string }>;

export const parseDesignFile = (text: string): Result<DesignFile, FileError> =>
  fail({ path: "", message: text });

export const formatDesignFile = (diagram: Diagram, drafts: RuleDrafts = {}): string =>
  JSON.stringify({ diagram, drafts });
