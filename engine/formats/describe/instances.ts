import type { InstanceId } from "../../model/id";
import type { Instance, InstanceState } from "../../model/instance";
import { nameOf, objectOf, type Source, textOf } from "../json-source";
import { entriesById } from "./entries-by-id";
import { type FoundInterface, instanceEntries } from "./interfaces";
import type { Lists } from "./lists";

const STATES: readonly InstanceState[] = [
  "pending",
  "running",
  "stopping",
  "stopped",
  "shutting-down",
  "terminated",
];

function stateOf(source: Source): InstanceState {
  const state = objectOf(source, "State");
  const name = state === null ? "running" : textOf(state, "Name");
  return STATES.find((each) => each === name) ?? "running";
}

const instanceOf = (instanceId: InstanceId, source: Source): Instance => ({
  instanceId,
  name: nameOf(source),
  instanceType: textOf(source, "InstanceType"),
  state: stateOf(source),
});

/** Instances that only interfaces name. */
function impliedInstances(
  interfaces: readonly FoundInterface[],
  told: ReadonlySet<string>,
): readonly Instance[] {
  const implied = new Map<string, Instance>();
  for (const { instanceId, source } of interfaces) {
    if (instanceId === null || told.has(instanceId) || implied.has(instanceId)) continue;
    source.input.notes.add("impliedInstance", source.path, { instance: instanceId });
    implied.set(instanceId, { instanceId, name: "", instanceType: "", state: "running" });
  }
  return [...implied.values()];
}

export type FoundInstances = Readonly<{
  instances: readonly Instance[];
  /** Those of which no interface is kept either. */
  terminated: ReadonlySet<string>;
}>;

/** The instances of the input that are not terminated: a terminated one has neither address nor interface any more. */
export function readInstances(lists: Lists, interfaces: readonly FoundInterface[]): FoundInstances {
  const sources = entriesById<"instance">(instanceEntries(lists), "InstanceId");
  const all = [...sources].map(([id, source]) => ({ instance: instanceOf(id, source), source }));
  const isOver = ({ instance }: { instance: Instance }): boolean => instance.state === "terminated";
  const over = all.filter(isOver);
  for (const { instance, source } of over)
    source.input.notes.add("terminatedInstance", source.path, { instance: instance.instanceId });
  const instances = all.filter((each) => !isOver(each)).map(({ instance }) => instance);
  const implied = impliedInstances(interfaces, new Set(sources.keys()));
  return {
    instances: [...instances, ...implied],
    terminated: new Set(over.map(({ instance }) => instance.instanceId)),
  };
}
