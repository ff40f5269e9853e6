import { asId, fail, type Listener, type LoadBalancer, type Network, ok, type Result } from "../../../engine";
import { modifyLoadBalancer } from "../../document/commands/load-balancer";
import { nameOf } from "../../document/find";
import type { RowFaults, RowForm } from "../rows/row-form";
import { type Fault, missing, wrong } from "../rules/fault";

/** The texts of one row. `targets` are ids of interfaces, with blanks between them. */
export type ListenerTexts = Readonly<{
  protocol: string;
  port: string;
  targetPort: string;
  targets: string;
}>;

export const NEW_LISTENER: ListenerTexts = { protocol: "tcp", port: "", targetPort: "", targets: "" };

/** The ids in a row's list of targets. */
export const targetIds = (targets: string): readonly string[] => targets.split(" ").filter((id) => id !== "");

const readPort = (text: string, example: string): Result<number, Fault> => {
  const trimmed = text.trim();
  if (trimmed === "") return fail(missing(`Enter a port, such as ${example}`));
  const port = Number(trimmed);
  return /^\d+$/.test(trimmed) && port >= 1 && port <= 65535
    ? ok(port)
    : fail(wrong(`“${trimmed}” is not a port (1–65535)`));
};

/** The listener that a row says, or what is wrong in which field. Without a target port it is the listener's own. */
export const readListener = (texts: ListenerTexts): Result<Listener, RowFaults<ListenerTexts>> => {
  const port = readPort(texts.port, "443");
  const targetPort = texts.targetPort.trim() === "" && port.ok ? port : readPort(texts.targetPort, "8080");
  if (port.ok && targetPort.ok)
    return ok({
      protocol: texts.protocol === "udp" ? "udp" : "tcp",
      port: port.value,
      targetPort: targetPort.value,
      targetIds: targetIds(texts.targets).map((id) => asId<"networkInterface">(id)),
    });
  return fail({
    ...(port.ok ? {} : { port: port.error }),
    ...(targetPort.ok ? {} : { targetPort: targetPort.error }),
  });
};

const listenerText = (network: Network, { protocol, port, targetPort, targetIds: ids }: Listener): string => {
  const targets = ids.length === 0 ? "nobody" : ids.map((id) => nameOf(network, id)).join(", ");
  return `${protocol.toUpperCase()} ${port} to ${targets} on ${targetPort}`;
};

const isSame = (a: Listener, b: Listener): boolean => a.protocol === b.protocol && a.port === b.port;

/** The listeners of a load balancer as rows. */
export const listenerForm = (
  network: Network,
  { loadBalancerId, listeners }: Pick<LoadBalancer, "loadBalancerId" | "listeners">,
): RowForm<Listener, ListenerTexts> => ({
  id: `${loadBalancerId} listeners`,
  keyOf: ({ protocol, port }) => `${protocol} ${port}`,
  textsOf: ({ protocol, port, targetPort, targetIds: ids }) => ({
    protocol,
    port: `${port}`,
    targetPort: `${targetPort}`,
    targets: ids.join(" "),
  }),
  blank: NEW_LISTENER,
  read: readListener,
  wholeField: "port",
  inForceText: (listener, field) => {
    if (field === "port") return `${listener.port}`;
    return field === "targetPort" ? `${listener.targetPort}` : listenerText(network, listener);
  },
  put: (inForce, next) =>
    modifyLoadBalancer(loadBalancerId, {
      listeners:
        inForce === null
          ? [...listeners, next]
          : listeners.map((each) => (isSame(each, inForce) ? next : each)),
    }),
  remove: (listener) =>
    modifyLoadBalancer(loadBalancerId, { listeners: listeners.filter((each) => !isSame(each, listener)) }),
});
