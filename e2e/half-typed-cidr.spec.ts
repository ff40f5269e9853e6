import { expect, test } from "./journey";
import { partsOf } from "./pages/hands";
import { mouse } from "./pages/mouse";

test.describe("a half-typed CIDR", () => {
  test.beforeEach(async ({ page }) => {
    await page.goto("./");
    await partsOf(page).canvas.groupTag("web").click();
  });

  test("leaves the rule in force as it was, and says so beside the field", async ({ page }) => {
    const { canvas, inspector } = partsOf(page);
    const ssh = inspector.rule(3);
    await mouse(page).type(ssh.remote, "203.0.300");
    await ssh.expectMessage(/300 is not an octet.*Not applied.*203\.0\.113\.0\/24/);
    await canvas.expectArrow("Admin", "web", "TCP 22");

    await mouse(page).type(ssh.remote, "198.51.100.0/24");
    await expect(ssh.row.getByText(/Not applied/)).toHaveCount(0);
    await expect(canvas.arrow("Admin", "web")).not.toHaveAccessibleName(/TCP 22/);
  });

  test("waits in its row while the rest keeps working, also when the group is left and chosen again", async ({
    page,
  }) => {
    const { canvas, inspector } = partsOf(page);
    await inspector.addRule.click();
    await inspector.rule(4).remote.pressSequentially("10.0.1");
    await inspector.rule(4).expectMessage(/four numbers.*Not applied/);

    await inspector.rule(1).remove.click();
    await canvas.expectArrow("Internet", "web", "TCP 443");

    await canvas.groupTag("app").click();
    await inspector.expectAbout("app");
    await canvas.groupTag("web").click();
    await expect(inspector.rule(3).remote).toHaveValue("10.0.1");
  });
});
