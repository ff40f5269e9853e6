import { fail, type Result } from "../../../engine";

/** Why a text is no design: where (a path into the JSON such as `subnets[2].cidrBlock`, or a line), and what is wrong. */
export type FileError = Readonly<{ path: string; message: string }>;

export const fileError = (path: string, message: string): Result<never, FileError> => fail({ path, message });
