import type { Page } from "@playwright/test";
import { type Hands, partsOf } from "./pages/hands";

/**
 * Draws the example "Database group" from an empty canvas: two web servers that anybody may ask for pages, and a database
 * that only they may ask. Told once, walked by mouse and by keyboard.
 */
export async function buildDatabaseGroup(page: Page, hands: Hands): Promise<void> {
  await drawNetwork(page, hands);
  await makeWebGroup(page, hands);
  await makeDatabaseGroup(page, hands);
  await dressUp(page, hands);
}

async function rename(page: Page, hands: Hands, from: string, to: string): Promise<void> {
  const { inspector } = partsOf(page);
  await inspector.expectAbout(from);
  await hands.type(inspector.field("Name"), to);
  await inspector.expectAbout(to);
}

async function drawNetwork(page: Page, hands: Hands): Promise<void> {
  const { canvas, inspector } = partsOf(page);
  await hands.add("VPC", null);
  await rename(page, hands, "vpc-1", "shop");
  await hands.add("Internet", null);
  await hands.add("Subnet", canvas.vpc("shop"));
  await rename(page, hands, "subnet-1", "public");
  await hands.tick(inspector.checkbox("Auto-assign public IPv4 address"));
  await openToInternet(page, hands);
  await hands.add("Subnet", canvas.vpc("shop"));
  await rename(page, hands, "subnet-1", "data");
  await hands.add("Instance", canvas.subnet("public"));
  await rename(page, hands, "instance-1", "web-1");
  await hands.add("Instance", canvas.subnet("public"));
  await rename(page, hands, "instance-1", "web-2");
  await hands.add("Database", canvas.subnet("data"));
  await rename(page, hands, "database-1", "orders");
}

/** A gateway, and the default route to it in the VPC's main table. */
async function openToInternet(page: Page, hands: Hands): Promise<void> {
  const { canvas, inspector } = partsOf(page);
  await hands.add("Internet gateway", canvas.vpc("shop"));
  await inspector.expectAbout("igw-1");
  await hands.select(canvas.subnet("public"));
  await hands.press(inspector.button("Open its routes"));
  await hands.press(inspector.addRoute);
  const route = inspector.route(2);
  await hands.type(route.destination, "0.0.0.0/0");
  await page.keyboard.press("Escape");
  await hands.choose(route.target, /igw-1/);
}

async function makeGroup(page: Page, hands: Hands, name: string): Promise<void> {
  const { canvas, inspector } = partsOf(page);
  await hands.add("Security group", canvas.vpc("shop"));
  await inspector.expectAbout("group-1");
  await hands.press(inspector.tab("Details"));
  await hands.type(inspector.field("Name"), name);
  await inspector.expectAbout(name);
  await hands.press(inspector.tab("Inbound rules"));
}

async function makeWebGroup(page: Page, hands: Hands): Promise<void> {
  const { inspector } = partsOf(page);
  await makeGroup(page, hands, "web-server");
  for (const [index, type] of ["HTTP", "HTTPS"].entries()) {
    await hands.press(inspector.addRule);
    const rule = inspector.rule(index + 1);
    await hands.choose(rule.type, type);
    await hands.choose(rule.remoteKind, "Anywhere-IPv4");
  }
  await inspector.expectRules(2);
}

async function makeDatabaseGroup(page: Page, hands: Hands): Promise<void> {
  const { inspector } = partsOf(page);
  await makeGroup(page, hands, "database");
  await hands.press(inspector.addRule);
  const rule = inspector.rule(1);
  await hands.choose(rule.type, "PostgreSQL");
  await hands.type(rule.remote, "web-server");
  await page.keyboard.press("Enter");
  await inspector.expectRules(1);
}

async function dressUp(page: Page, hands: Hands): Promise<void> {
  const { canvas, inspector } = partsOf(page);
  await hands.putOn("web-server", "web-1");
  await hands.putOn("web-server", "web-2");
  await hands.putOn("database", "orders");
  await hands.select(canvas.card("orders"));
  await hands.press(inspector.takeGroupOff("default", "orders"));
}

/** The arrows of the finished design, and none besides between the drawn ends. */
export async function expectDatabaseGroup(page: Page): Promise<void> {
  const { canvas } = partsOf(page);
  await canvas.expectArrow("Internet", "web-server + default", "TCP 80, 443");
  await canvas.expectArrow("web-server + default", "database", "TCP 5432");
  await canvas.expectArrow("web-server + default", "web-server + default", "All traffic");
  await canvas.expectNoArrow("Internet", "database");
}
