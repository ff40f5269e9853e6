/** Quiet lines between VPCs: peerings, and attachments to transit gateways. They say what is joined, not who may talk. */
import { type Network, recordsOf } from "../../engine";
import type { Point } from "../document/diagram";
import { labelSize } from "./arrow-texts";
import { spotNear } from "./labels";
import { rounded, roundedLine } from "./outlines";
import { FULL_EFFORT, routeBetween } from "./routing";
import type { Arrow, Frame, Rect, Scene } from "./scene";
import { putArrow, putLabel, type Scenery, sceneryOf } from "./scenery";
import { ARROW_RADIUS } from "./sizes";
import type { End } from "./ways";

export type Link = Readonly<{
  kind: "vpcPeeringConnection" | "transitGatewayAttachment";
  id: string;
  /** In a sentence: what is joined with what. */
  title: string;
  /** Why nothing passes, in a word or two; null while it is active. */
  state: string | null;
  /** SVG path data; the last point is `end`. */
  path: string;
  end: Point;
  /** Of an attachment only where there is something to say: it has its plug at the VPC's border. */
  label: Readonly<{ text: string; rect: Rect }> | null;
}>;

type Wish = Omit<Link, "path" | "end" | "label"> & Readonly<{ text: string | null; from: End; to: End }>;

/** What links are drawn between, and what their labels keep clear of. */
export type LinkedScene = Pick<Scene, "frames" | "outsides" | "gateways"> &
  Readonly<{ arrows: readonly Pick<Arrow, "points" | "label">[] }>;

const FRAME_RADIUS = 12;

const endOf = ({ id, rect }: Readonly<{ id: string; rect: Rect }>): End => ({
  id,
  outline: rounded(rect, FRAME_RADIUS),
});

const words = (status: string): string => status.replaceAll("-", " ");

const peeringText = (name: string): string =>
  name === "" ? "peering" : /peering/i.test(name) ? name : `peering ${name}`;

const titleOf = (frames: ReadonlyMap<string, Frame>, id: string): string => frames.get(id)?.title ?? id;

/** Only what is joined with something that is drawn. */
const peeringWishes = (network: Network, frames: ReadonlyMap<string, Frame>): readonly Wish[] =>
  recordsOf(network.vpcPeeringConnections).flatMap((peering): readonly Wish[] => {
    const { vpcPeeringConnectionId: id, name, requesterVpcId, accepterVpcId, status } = peering;
    const [from, to] = [frames.get(requesterVpcId), frames.get(accepterVpcId)];
    if (from === undefined || to === undefined || from === to) return [];
    const title = `${peeringText(name)}: ${from.title} and ${to.title}`;
    const state = status === "active" ? null : words(status);
    const text = peeringText(name);
    return [{ kind: "vpcPeeringConnection", id, title, state, text, from: endOf(from), to: endOf(to) }];
  });

const attachmentWishes = (
  network: Network,
  frames: ReadonlyMap<string, Frame>,
  outsides: LinkedScene["outsides"],
): readonly Wish[] =>
  recordsOf(network.transitGatewayAttachments).flatMap((attachment): readonly Wish[] => {
    const { transitGatewayAttachmentId: id, transitGatewayId, vpcId } = attachment;
    const [gateway, vpc] = [outsides.find((one) => one.id === transitGatewayId), frames.get(vpcId)];
    if (gateway === undefined || vpc === undefined) return [];
    const title = `Attachment of ${titleOf(frames, vpcId)} to ${gateway.title}`;
    const state = attachment.state === "available" ? null : words(attachment.state);
    const text = state === null ? null : "attachment";
    return [
      { kind: "transitGatewayAttachment", id, title, state, text, from: endOf(gateway), to: endOf(vpc) },
    ];
  });

const linkOf = ({ text, from, to, ...wish }: Wish, scenery: Scenery): readonly Link[] => {
  const size = text === null ? null : labelSize({ text, badge: wish.state }, false);
  const route = routeBetween(from, to, size, scenery, [FULL_EFFORT]);
  const end = route?.points.at(-1);
  if (route === null || end === undefined) return [];
  putArrow(scenery, route);
  const rect = route.label ?? (size && spotNear(route.points, size, scenery));
  if (rect !== null) putLabel(scenery, rect);
  const label = text === null || rect === null ? null : { text, rect };
  return [{ ...wish, path: roundedLine(route.points, ARROW_RADIUS), end, label }];
};

/** All links of a scene, each beside its arrows and the links before it. None between frames that lie on top of each other. */
export const linksOf = (scene: LinkedScene, network: Network): readonly Link[] => {
  const vpcs = scene.frames.filter(({ kind }) => kind === "vpc");
  const frames = new Map(vpcs.map((frame) => [frame.id, frame]));
  const wishes = [...peeringWishes(network, frames), ...attachmentWishes(network, frames, scene.outsides)];
  if (wishes.length === 0) return [];
  const labels = scene.arrows.flatMap(({ label }) => label?.rect ?? []);
  const scenery = sceneryOf({
    solids: [...vpcs, ...scene.outsides].map(({ rect }) => rect),
    texts: [...scene.gateways.map(({ rect }) => rect), ...labels],
    hulls: [],
    frames: [],
  });
  for (const { points } of scene.arrows) putArrow(scenery, { points, ports: [] });
  return wishes.flatMap((wish) => linkOf(wish, scenery));
};
