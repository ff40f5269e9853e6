import { type HopCard, INTERNET_GATEWAY } from "./hop-cards";

/** Steps that are the end of a way need no word for what they are. */
const ENDS = new Set(["Interface", "Outside", "Address"]);

const layerOf = (kind: string): string => {
  if (kind === "Group") return "security group";
  return kind.replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase());
};

/** A step in a sentence, with its layer: "security group web, inbound", "the internet gateway of shop". */
export const placeOnWay = ({ kind, title }: Pick<HopCard, "kind" | "title">): string => {
  const [what = "", direction] = kind.split(", ");
  if (ENDS.has(what)) return title;
  if (kind === INTERNET_GATEWAY) return `the internet gateway of ${title}`;
  const layer = layerOf(what);
  const name = title.toLowerCase().includes(layer.toLowerCase()) ? title : `${layer} ${title}`;
  return direction === undefined ? name : `${name}, ${direction}`;
};
