import { describe, expect, test } from "vitest";
import type { Answer } from "../../engine";
import type { Rect, Scene } from "../scene/scene";
import { testedPath } from "./tested-path";

const box = (x: number, y: number): Rect => ({ x, y, width: 20, height: 20 });

const row = (id: string) => ({
  networkInterfaceId: id as never,
  rect: box(0, 0),
  name: "eth0",
  privateIp: "10.0.0.4",
  publicIp: null,
  otherSubnet: null,
  chips: [],
});

const card = (id: string, rect: Rect, rows: readonly string[]): Scene["cards"][number] => ({
  kind: "instance",
  id,
  parentId: "subnet",
  rect,
  title: id,
  subtitle: "",
  rows: rows.map(row),
  addresses: null,
});

/** web | nat | igw | Internet, from left to right. */
const SCENE: Scene = {
  frames: [],
  cards: [
    card("i-web", box(0, 0), ["eni-web"]),
    card("nat-1", box(100, 0), []),
    card("i-db", box(0, 200), ["eni-db"]),
  ],
  gateways: [{ kind: "internetGateway", id: "igw-1", parentId: null, rect: box(200, 0), title: "igw" }],
  outsides: [{ kind: "internet", id: "internet", rect: box(300, 0), title: "Internet", subtitle: "" }],
  hulls: [],
  arrows: [],
  bounds: box(0, 0),
};

const hops = (text: string): Answer["path"] =>
  text.split(" ").map((word) => {
    const [id = "", code] = word.split("!");
    const hop = { component: "vpc" as const, id, message: "" };
    return code === undefined ? hop : { ...hop, code: "ENI_SG_RULES_MISMATCH" as const };
  });

const answer = (path: string, replyPath = ""): Answer => ({
  verdict: "allowed",
  path: hops(path),
  blockers: [],
  reply: null,
  replyPath: replyPath === "" ? [] : hops(replyPath),
  notJudged: [],
  assumptions: [],
});

const OUT = "eni-web sg acl rtb acl nat-1 nat-1 acl rtb igw-1 internet";

describe("the way of a tested packet", () => {
  test("goes over the gateways that are drawn", () => {
    const ends = testedPath(answer(OUT), SCENE)?.curves.map(([start, , , end]) => [start.x, end.x]);
    expect(ends).toEqual([
      [20, 100],
      [120, 200],
      [220, 300],
    ]);
  });

  test("has its mark as far along as the step that stops the packet comes among the steps", () => {
    const early = testedPath(answer("eni-web sg!x acl rtb acl sg eni-db"), SCENE);
    const late = testedPath(answer("eni-web sg acl rtb acl sg!x eni-db"), SCENE);
    expect(early?.mark.y).toBeLessThan(60);
    expect(late?.mark.y).toBeGreaterThan(160);
    expect(late?.isReply).toBe(false);
  });

  test("has it at a gateway that stops it", () => {
    const mark = testedPath(answer("eni-web sg acl rtb igw-1!x internet"), SCENE)?.mark;
    expect(mark?.x).toBeGreaterThan(200);
    expect(mark?.x).toBeLessThan(240);
  });

  test("has it on the way back where the reply is lost", () => {
    const back = testedPath(answer("eni-web rtb eni-db", "eni-db acl!x rtb rtb rtb eni-web"), SCENE);
    expect(back?.isReply).toBe(true);
    expect(back?.mark.y).toBeGreaterThan(150);
  });

  test("is not drawn from or to what has no place", () => {
    expect(testedPath(answer("203.0.113.7 igw acl eni-web"), SCENE)).toBeNull();
  });
});
