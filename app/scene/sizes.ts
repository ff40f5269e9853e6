/**
 * Measures shared by every drawing of a scene, in canvas units. All are multiples of 4, the grid.
 */
import type { Size } from "../document/diagram";

export const CARD_WIDTH = 208;
/** Icon, name and kind. */
export const CARD_HEADER = 48;
/** One network interface. */
export const ROW_HEIGHT = 36;

/** A NAT gateway: icon, name and kind, and a line with its addresses. */
export const NAT_SIZE: Size = { width: CARD_WIDTH, height: 64 };

export const INTERNET_SIZE: Size = { width: 84, height: 108 };
export const RANGE_SIZE: Size = { width: 184, height: 64 };
export const TRANSIT_SIZE: Size = { width: 184, height: 56 };

/** The pill of a gateway on a VPC's border: how tall it is, and how much of that stands above the line. */
export const GATEWAY_HEIGHT = 24;
export const GATEWAY_RISE = 20;
/** Between its edge and its icon, the icon itself, and between the icon and the name. */
export const GATEWAY_PADDING = 8;
export const GATEWAY_ICON = 16;
export const GATEWAY_GAP = 4;

/** The badges in a subnet's head, and the icons in them: 24 either way at least, which is what WCAG 2.2 asks of a target. */
export const BADGE_HEIGHT = 24;
export const BADGE_ICON = 14;
export const BADGE_PADDING = 5;

/** Height of the strip at the top of a frame that holds its title. */
export const FRAME_TITLE = 32;

export type Padding = Readonly<{ top: number; side: number; bottom: number }>;

/** Around the cards of a subnet: the title, and room for two nested hulls with their names and loops. */
export const SUBNET_PADDING: Padding = { top: 72, side: 56, bottom: 48 };
export const VPC_PADDING: Padding = { top: 56, side: 32, bottom: 32 };

/** Between cards, between subnets, and between what stands on the canvas itself. */
export const CARD_GAP = 64;
export const SUBNET_GAP = 32;
export const CANVAS_GAP = 96;

/** Between outside ends and the first VPC: the room for "TCP 80, 443 · HTTPS". Where their column begins. */
export const OUTSIDE_GAP = 152;
export const OUTSIDE_TOP = 96;

export const SUBNET_SIZE: Size = { width: 320, height: 200 };
export const VPC_SIZE: Size = { width: 736, height: 320 };

/** What is kept free around everything when a picture of the whole is made. */
export const SCENE_MARGIN = 32;

/** A hull's outline is this far from the cards it holds; each further hull around the same cards adds a step. */
export const HULL_PADDING = 16;
export const HULL_STEP = 16;
export const HULL_RADIUS = 20;
/** The pill with the group's name; its text is 12 px bold, inset by the padding. */
export const HULL_LABEL_HEIGHT = 20;
export const HULL_LABEL_PADDING = 12;

/** The pill with an arrow's traffic: padding, mark of a change, text, gap, badge (padded itself), padding. */
export const ARROW_LABEL_HEIGHT = 24;
export const ARROW_LABEL_PADDING = 12;
export const ARROW_LABEL_MARK = 20;
export const ARROW_BADGE_GAP = 8;
export const ARROW_BADGE_PADDING = 6;
/** Least distance between two arrows that end on the same side, and the radius of their corners. */
export const ARROW_LANE = 24;
export const ARROW_RADIUS = 12;

export const cardSize = (rows: number): Size => ({
  width: CARD_WIDTH,
  height: CARD_HEADER + rows * ROW_HEIGHT,
});
