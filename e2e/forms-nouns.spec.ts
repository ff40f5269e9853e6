import { expect, test } from "./journey";
import { partsOf } from "./pages/hands";
import { mouse } from "./pages/mouse";

test("a load balancer stands in a second zone, keeps the last one, and may be a network one without groups", async ({
  page,
}) => {
  const { canvas, inspector, palette, topBar } = partsOf(page);
  const hands = mouse(page);
  await page.goto("./");
  await canvas.expectAnyArrow();
  await hands.select(canvas.subnet("public-a"));
  await palette.item("Load balancer").press("Enter");
  await inspector.expectAbout("load-balancer-1");
  await inspector.expectText(/at least two zones/);

  await hands.choose(inspector.region.getByRole("button", { name: /^Subnets/ }), /^public-b/);
  await inspector.expectText(/One to a zone/);
  await expect(canvas.card("load-balancer-1")).toContainText("in public-b");
  await inspector.button("Take load-balancer-1 out of public-a · us-east-1a").click();
  await inspector.button("Take load-balancer-1 out of public-b · us-east-1b").click();
  await inspector.expectText(/Choose at least one subnet/);

  await hands.choose(inspector.region.getByRole("button", { name: /^Type/ }), "Network, no security groups");
  await inspector.expectText(/open to all/);
  await topBar.undoEverything();
  await expect(canvas.card("load-balancer-1")).toHaveCount(0);
});

test("a new VPC with IPv6 leads its private subnets out by an egress-only gateway", async ({ page }) => {
  const { canvas, inspector, palette, topBar } = partsOf(page);
  await page.goto("./");
  await canvas.expectAnyArrow();
  await topBar.newDesign();
  await palette.item("VPC").press("Enter");
  await palette.newVpc.getByRole("radio", { name: "With public and private subnets" }).check();
  await palette.newVpc.getByLabel("IPv6 CIDR").selectOption("Amazon-provided");
  await expect(palette.newVpc).toContainText("1 egress-only gateway");
  await palette.createVpc.click();
  await inspector.expectAbout("vpc-1");
  await inspector.button("private-a").first().click();
  await inspector.expectAbout("private-a");
  await expect(canvas.subnet("private-a")).toContainText("2001:db8:1234:");
});

test("an internet gateway made or attached in a form brings the Internet, and one undo takes both away", async ({
  page,
}) => {
  const { canvas, inspector, palette, topBar } = partsOf(page);
  const internet = canvas.outside("Internet");
  await page.goto("./");
  await canvas.expectAnyArrow();
  await topBar.newDesign();
  await palette.item("VPC").press("Enter");
  await palette.createVpc.click();
  await expect(canvas.vpc("vpc-1")).toBeInViewport({ ratio: 1 });
  await inspector.button("Internet gateway").click();
  await expect(internet).toBeInViewport({ ratio: 1 });
  await inspector.button("Detach from vpc-1").click();
  await mouse(page).select(internet);
  await page.keyboard.press("Delete");
  await expect(internet).toHaveCount(0);
  await canvas.zoomIn(3);

  await canvas.internetGateway("Internet gateway").click();
  await mouse(page).choose(inspector.region.getByRole("button", { name: /^Attach to a VPC/ }), "vpc-1");
  await expect(internet).toBeInViewport({ ratio: 1 });
  await topBar.undo.click();
  await expect(internet).toHaveCount(0);
  await inspector.expectText("Detached");
});
