import { expect, test } from "./journey";
import { partsOf } from "./pages/hands";
import { mouse } from "./pages/mouse";

test("a new VPC takes the name and the block it is given, and says at once what EC2 would refuse", async ({
  page,
}) => {
  const { canvas, inspector, palette } = partsOf(page);
  const hands = mouse(page);
  await page.goto("./");
  await canvas.expectAnyArrow();
  await palette.item("VPC").press("Enter");
  const cidr = palette.newVpc.getByLabel("IPv4 CIDR");
  await hands.type(palette.newVpc.getByLabel("Name"), "office");
  for (const [text, fault] of [
    ["192.168.0.0", /needs a prefix length/],
    ["192.168.0.0/8", /a VPC's block is a \/16 to a \/28/],
  ] as const) {
    await hands.type(cidr, text);
    await expect(palette.newVpc.getByRole("alert")).toHaveText(fault);
    await expect(palette.createVpc).toBeDisabled();
  }
  await hands.type(cidr, "192.168.0.0/16");
  await palette.createVpc.click();
  await inspector.expectAbout("office");
  await expect(inspector.field("IPv4 CIDR")).toHaveValue("192.168.0.0/16");
});

test("a new VPC is asked only what there is a choice of", async ({ page }) => {
  const { canvas, palette } = partsOf(page);
  await page.goto("./");
  await canvas.expectAnyArrow();
  await palette.item("VPC").press("Enter");
  await palette.newVpc.getByRole("radio", { name: "With public and private subnets" }).check();
  const egressOnly = palette.newVpc.getByLabel("Egress-only gateway");
  await expect(egressOnly).toHaveCount(0);
  await palette.newVpc.getByLabel("IPv6 CIDR").selectOption("Amazon-provided");
  await expect(egressOnly).toBeVisible();
  await palette.newVpc.getByRole("combobox", { name: "Private subnets" }).selectOption("None");
  await expect(palette.newVpc.getByLabel("NAT gateways")).toHaveCount(0);
});
