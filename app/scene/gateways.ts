/** Internet gateways, egress-only gateways and gateway endpoints, as pills on the borders of their VPCs. */
import { type Network, recordsOf } from "../../engine";
import { shortServiceName } from "./card-heads";
import { frameTitleWidth } from "./frame-titles";
import { joinAll, rightOf } from "./geometry";
import { groupBy } from "./group-by";
import type { Frame, Gateway, Outside, Rect } from "./scene";
import { GATEWAY_GAP, GATEWAY_HEIGHT, GATEWAY_ICON, GATEWAY_PADDING, GATEWAY_RISE } from "./sizes";
import { textWidth } from "./text-width";

/** From the frame's corner, from its title, and between pills. */
const EDGE = 24;
const AFTER_TITLE = 8;
const BETWEEN = 8;
const LONGEST = 200;
/** Above everything else, where those stand that are attached to no VPC. */
const UNATTACHED_RISE = 64;

type Content = Omit<Gateway, "rect">;

const contentsOf = (network: Network): readonly Content[] => [
  ...recordsOf(network.internetGateways).map(
    ({ internetGatewayId: id, name, vpcId }): Content => ({
      kind: "internetGateway",
      id,
      parentId: vpcId,
      title: name || "Internet gateway",
    }),
  ),
  ...recordsOf(network.egressOnlyInternetGateways).map(
    ({ egressOnlyInternetGatewayId: id, name, vpcId }): Content => ({
      kind: "egressOnlyInternetGateway",
      id,
      parentId: vpcId,
      title: name || "Egress-only gateway",
    }),
  ),
  ...recordsOf(network.vpcEndpoints)
    .filter(({ vpcEndpointType }) => vpcEndpointType === "gateway")
    .map(
      (endpoint): Content => ({
        kind: "vpcEndpoint",
        id: endpoint.vpcEndpointId,
        parentId: endpoint.vpcId,
        title: [endpoint.name, shortServiceName(endpoint)].filter((part) => part !== "").join(" · "),
      }),
    ),
];

const widthOf = ({ title }: Content): number => {
  const width = 2 * GATEWAY_PADDING + GATEWAY_ICON + GATEWAY_GAP + textWidth(title);
  return Math.min(LONGEST, Math.ceil(width / 4) * 4);
};

/** Side by side to the right. */
const rowOf = (contents: readonly Content[], left: number, y: number): readonly Gateway[] => {
  let x = left;
  return contents.map((content) => {
    const rect: Rect = { x, y, width: widthOf(content), height: GATEWAY_HEIGHT };
    x += rect.width + BETWEEN;
    return { ...content, rect };
  });
};

const widthOfRow = (contents: readonly Content[]): number =>
  contents.reduce((sum, content) => sum + widthOf(content) + BETWEEN, -BETWEEN);

/**
 * Gateways from behind the title on, endpoints up to the right corner. Where there is no room for all beside the title they
 * stand in one row on top of the border.
 */
const onBorder = (contents: readonly Content[], frame: Frame): readonly Gateway[] => {
  const { x, y } = frame.rect;
  const [ways, endpoints] = [
    contents.filter(({ kind }) => kind !== "vpcEndpoint"),
    contents.filter(({ kind }) => kind === "vpcEndpoint"),
  ];
  const start = x + frameTitleWidth(frame) + AFTER_TITLE;
  const end = rightOf(frame.rect) - EDGE;
  if (start + widthOfRow(contents) > end) return rowOf(contents, x + EDGE, y - GATEWAY_HEIGHT);
  const top = y - GATEWAY_RISE;
  return [...rowOf(ways, start, top), ...rowOf(endpoints, end - widthOfRow(endpoints), top)];
};

/** All gateways that stand on borders, and those that are attached to no VPC in a row above everything. */
export const gatewaysOf = (
  network: Network,
  frames: readonly Frame[],
  outsides: readonly Outside[],
): readonly Gateway[] => {
  const vpcs = new Map(frames.flatMap((frame) => (frame.kind === "vpc" ? [[frame.id, frame] as const] : [])));
  const byVpc = groupBy(contentsOf(network), ({ parentId }) => vpcs.get(parentId ?? "") ?? null);
  const corner = joinAll([...frames, ...outsides].map(({ rect }) => rect)) ?? { x: 0, y: 0 };
  return [...byVpc].flatMap(([frame, contents]) =>
    frame === null
      ? rowOf(
          contents.map((content) => ({ ...content, parentId: null })),
          corner.x,
          corner.y - UNATTACHED_RISE,
        )
      : onBorder(contents, frame),
  );
};
