import { fail, ok, type PortRange, type Result } from "../../../engine";
import { type Fault, missing, wrong } from "./fault";

const HIGHEST = 65535;
/** A hyphen, or the dashes that documents put in its place. */
const DASH = /[-\u2013\u2014]/;

/** Reads "22" or "8000-8080" as the console's port field does. */
export const parsePorts = (text: string): Result<PortRange, Fault> => {
  const trimmed = text.trim();
  if (trimmed === "") return fail(missing("Enter a port, such as 8080, or a range, such as 8000-8080"));
  if (/[,;]|\d\s+\d/.test(trimmed)) return fail(wrong("One port or range a rule: add a rule for the others"));
  const ends = trimmed.split(DASH).map((end) => end.trim());
  const [from = "", to = from] = ends;
  if (ends.length > 2) return fail(wrong(`“${trimmed}” is not a range: write 8000-8080`));
  return from === "" || to === "" ? fail(missing(openEnd(from))) : readRange(from, to);
};

const openEnd = (from: string): string =>
  from === "" ? "Enter the port that the range begins with" : "Enter the port that the range ends with";

const readRange = (from: string, to: string): Result<PortRange, Fault> => {
  const odd = [from, to].find((end) => !/^\d+$/.test(end));
  if (odd !== undefined) return fail(wrong(`“${odd}” is not a port number`));
  const range = { from: Number(from), to: Number(to) };
  if (Math.max(range.from, range.to) > HIGHEST) return fail(wrong(`Ports run from 0 to ${HIGHEST}`));
  if (range.from > range.to) return fail(wrong("The range ends before it begins"));
  return ok(range);
};

/** "22", or "8000-8080". */
export const formatPorts = ({ from, to }: PortRange): string => (from === to ? `${from}` : `${from}-${to}`);
