import { expect, test } from "./journey";
import { partsOf } from "./pages/hands";
import { mouse } from "./pages/mouse";

test("a load balancer's listener is refused a port twice, and keeps its targets", async ({ page }) => {
  const { canvas, inspector, palette, topBar } = partsOf(page);
  const hands = mouse(page);
  await page.goto("./");
  await canvas.expectAnyArrow();
  await hands.select(canvas.subnet("public-a"));
  await palette.item("Load balancer").press("Enter");
  await inspector.expectAbout("load-balancer-1");

  await inspector.button("Add listener").click();
  await hands.type(inspector.listener(1).port, "443");
  await hands.type(inspector.listener(1).targetPort, "8080");
  await hands.choose(inspector.listener(1).targets, /^app-1/);
  await page.keyboard.press("Escape");
  await expect(inspector.listener(1).row).toContainText("app-1");

  await inspector.button("Add listener").click();
  await hands.type(inspector.listener(2).port, "443");
  await inspector.listener(2).expectMessage(/DuplicateListener/);
  await hands.type(inspector.listener(2).port, "80");
  await expect(inspector.listener(2).row.getByText(/DuplicateListener/)).toHaveCount(0);

  await hands.choose(inspector.region.getByRole("button", { name: /^Type/ }), "Network");
  await expect(inspector.checkbox("Preserve client IP addresses")).toBeChecked();
  await expect(canvas.card("load-balancer-1")).toContainText("Network Load Balancer");

  await topBar.undoEverything();
  await expect(canvas.card("load-balancer-1")).toHaveCount(0);
});

test("a peering is asked for in the form of a VPC, accepted in its own, and gets its routes there", async ({
  page,
}) => {
  const { canvas, inspector, palette, topBar } = partsOf(page);
  const hands = mouse(page);
  await page.goto("./");
  await canvas.expectAnyArrow();
  await topBar.openExample("Two VPCs");
  await palette.item("VPC").press("Enter");
  await palette.createVpc.click();
  await inspector.expectAbout("vpc-1");

  await hands.choose(inspector.region.getByRole("button", { name: /^Peer with/ }), /^shop/);
  await inspector.button("vpc-1-shop").click();
  await inspector.expectText("Pending acceptance");
  await inspector.button("Accept request").click();
  await inspector.expectText("Active");
  await inspector.expectText(/has no route for 10\.0\.0\.0\/16/);
  await inspector.button("Add routes on both sides").click();
  await inspector.expectText("sends what is for shop through the peering.");
  await inspector.expectText("sends what is for vpc-1 through the peering.");
  await inspector.button("vpc-1").click();
  await inspector.button("main route table").click();
  await inspector.route(2).expectMessage("Active");
});

test("a transit gateway takes a VPC in by an attachment, whose subnets and routes it shows", async ({
  page,
}) => {
  const { canvas, inspector, palette, topBar } = partsOf(page);
  const hands = mouse(page);
  await page.goto("./");
  await canvas.expectAnyArrow();
  await topBar.openExample("Two VPCs");
  await palette.item("Transit gateway").press("Enter");
  await inspector.expectAbout("tgw-1");
  await inspector.expectText("No VPC is attached yet.");

  await hands.choose(inspector.region.getByRole("button", { name: /^Attach a VPC/ }), /^shared/);
  await inspector.expectText("shared · available");
  await inspector.button("shared").click();
  await inspector.expectText("Associated route table");
  const [one, other] = [
    inspector.checkbox("data-a in the attachment"),
    inspector.checkbox("logs-a in the attachment"),
  ];
  await expect(one).toBeChecked();
  await other.click();
  await inspector.expectText(/^DuplicateSubnetsInSameZone/);
  await expect(other).not.toBeChecked();
});
