import { describe, expect, test } from "vitest";
import { asId, EMPTY_NETWORK, type Listener } from "../../../engine";
import { listenerForm, NEW_LISTENER, readListener, targetIds } from "./listener-form";

const LISTENER: Listener = {
  protocol: "tcp",
  port: 443,
  targetPort: 8443,
  targetIds: [asId<"networkInterface">("eni-1"), asId<"networkInterface">("eni-2")],
};

const FORM = listenerForm(EMPTY_NETWORK, {
  loadBalancerId: asId<"loadBalancer">("lb-1"),
  listeners: [LISTENER],
});

describe("a row of listeners", () => {
  test("reads back what it shows", () => {
    expect(readListener(FORM.textsOf(LISTENER))).toEqual({ ok: true, value: LISTENER });
  });

  test("hands on to its own port where no other is named", () => {
    expect(readListener({ ...NEW_LISTENER, port: "80" })).toMatchObject({
      value: { port: 80, targetPort: 80 },
    });
  });

  test("needs a port from 1 to 65535", () => {
    expect(readListener(NEW_LISTENER)).toMatchObject({ error: { port: { kind: "missing" } } });
    for (const port of ["0", "65536", "80-90", "http"])
      expect(readListener({ ...NEW_LISTENER, port })).toMatchObject({ error: { port: { kind: "wrong" } } });
    expect(readListener({ ...NEW_LISTENER, port: "80", targetPort: "x" })).toMatchObject({
      error: { targetPort: { kind: "wrong" } },
    });
  });

  test("may have no targets", () => {
    expect(targetIds("")).toEqual([]);
    expect(FORM.inForceText({ ...LISTENER, targetIds: [] }, "row")).toBe("TCP 443 to nobody on 8443");
  });
});
