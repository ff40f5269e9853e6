import Button from "@cloudscape-design/components/button";
import Input, { type InputProps } from "@cloudscape-design/components/input";
import Multiselect from "@cloudscape-design/components/multiselect";
import Select from "@cloudscape-design/components/select";
import { type Ref, useId, useMemo } from "react";
import { interfaceTitle, type Listener, type LoadBalancer, type Network, recordsOf } from "../../../engine";
import { nameOf, vpcOf } from "../../document/find";
import { usePathlight } from "../../store/store";
import { COMPACT } from "../fields/compact";
import { type LiveRow, type RowMessage, rowMessages } from "../rows/live-rows";
import { messageIdIn, RowMessages } from "../rows/RowMessages";
import { ADD_ROW, type LiveRows, useLiveRows } from "../rows/use-live-rows";
import { messageProps } from "../rules/RuleCells";
import { type ListenerTexts, listenerForm, NEW_LISTENER, targetIds } from "./listener-form";

type Props = Readonly<{ balancer: LoadBalancer }>;

/** A load balancer's listeners: what it accepts, and whom it hands it to. */
export const ListenerRows = ({ balancer }: Props) => {
  const diagram = usePathlight((state) => state.diagram);
  const { network } = diagram;
  const form = useMemo(() => listenerForm(network, balancer), [network, balancer]);
  const { rows, handle, add, ...editing } = useLiveRows(form, balancer.listeners);
  return (
    <div className="pl-rows">
      {rows.length === 0 ? (
        <p className="pl-nothing">No listener: it accepts nothing yet.</p>
      ) : (
        <div className="pl-editrow pl-editrow--columns pl-listener" aria-hidden="true">
          <span className="pl-listener__protocol">Protocol</span>
          <span className="pl-listener__port">Port</span>
          <span className="pl-listener__target">Target port</span>
          <span className="pl-listener__targets">Targets</span>
        </div>
      )}
      <ol>
        {rows.map((row, index) => (
          <ListenerRow
            key={row.key}
            {...{ row, balancer, editing }}
            number={index + 1}
            messages={rowMessages(form, row, diagram)}
            handle={handle(row.key)}
          />
        ))}
      </ol>
      <div className="pl-rows__add">
        <Button ref={handle(ADD_ROW)} iconName="add-plus" onClick={() => add(NEW_LISTENER)}>
          Add listener
        </Button>
      </div>
    </div>
  );
};

type Editing = Pick<LiveRows<Listener, ListenerTexts>, "edit" | "commit" | "remove">;

type RowProps = Props &
  Readonly<{
    row: LiveRow<Listener, ListenerTexts>;
    messages: readonly RowMessage[];
    number: number;
    handle: Ref<InputProps.Ref>;
    editing: Editing;
  }>;

const PROTOCOLS = [
  { value: "tcp", label: "TCP" },
  { value: "udp", label: "UDP" },
];

const ListenerRow = ({ row, balancer, messages, number, handle, editing }: RowProps) => {
  const id = useId();
  const { key, texts } = row;
  const name = `listener ${number}`;
  const messageId = messageIdIn(messages, id);
  const port = (field: "port" | "targetPort", label: string) => ({
    value: texts[field],
    onChange: ({ detail }: { detail: { value: string } }) =>
      editing.edit(key, { field, patch: { [field]: detail.value }, typed: true }),
    onBlur: editing.commit,
    onKeyDown: ({ detail }: { detail: { key: string } }) => detail.key === "Enter" && editing.commit(),
    inputMode: "numeric" as const,
    ariaLabel: `${label}, ${name}`,
    style: COMPACT,
    ...messageProps(messageId(field)),
  });
  return (
    <li
      className={`pl-editrow pl-listener${row.draft === null ? "" : " pl-editrow--draft"}`}
      aria-label={name}
    >
      <div className="pl-listener__protocol">
        <Select
          options={balancer.loadBalancerType === "application" ? PROTOCOLS.slice(0, 1) : PROTOCOLS}
          selectedOption={PROTOCOLS.find(({ value }) => value === texts.protocol) ?? null}
          onChange={({ detail }) =>
            editing.edit(key, {
              field: "protocol",
              patch: { protocol: detail.selectedOption.value ?? "tcp" },
              typed: false,
            })
          }
          expandToViewport
          ariaLabel={`Protocol, ${name}`}
        />
      </div>
      <div className="pl-listener__port">
        <Input ref={handle} {...port("port", "Port")} placeholder="443" />
      </div>
      <div className="pl-listener__target">
        <Input {...port("targetPort", "Target port")} placeholder="As the port" />
      </div>
      <div className="pl-listener__targets">
        <TargetsCell
          balancer={balancer}
          name={name}
          targets={texts.targets}
          onChange={(targets) => editing.edit(key, { field: "targets", patch: { targets }, typed: false })}
        />
      </div>
      <div className="pl-editrow__remove">
        <Button
          variant="icon"
          iconName="close"
          ariaLabel={`Delete ${name}`}
          onClick={() => editing.remove(key)}
        />
      </div>
      <RowMessages messages={messages} id={id} />
    </li>
  );
};

/** Interfaces of the load balancer's VPC that are not its own. */
const possibleTargets = (network: Network, { loadBalancerId }: LoadBalancer) => {
  const vpcId = vpcOf(network, loadBalancerId);
  return recordsOf(network.networkInterfaces)
    .filter(
      ({ attachment }) =>
        !(attachment?.kind === "loadBalancer" && attachment.loadBalancerId === loadBalancerId),
    )
    .filter(({ networkInterfaceId }) => vpcOf(network, networkInterfaceId) === vpcId)
    .map((each) => ({ value: each.networkInterfaceId as string, label: interfaceTitle(network, each) }));
};

type TargetsProps = Props & Readonly<{ name: string; targets: string; onChange(targets: string): void }>;

const TargetsCell = ({ balancer, name, targets, onChange }: TargetsProps) => {
  const network = usePathlight(({ diagram }) => diagram.network);
  const options = possibleTargets(network, balancer);
  const chosen = targetIds(targets).map(
    (id) => options.find(({ value }) => value === id) ?? { value: id, label: nameOf(network, id) },
  );
  return (
    <Multiselect
      options={options}
      selectedOptions={chosen}
      onChange={({ detail }) => onChange(detail.selectedOptions.map(({ value }) => value ?? "").join(" "))}
      placeholder="Choose targets"
      empty="Nothing else is in this VPC"
      deselectAriaLabel={(option) => `Take ${option.label} out of ${name}`}
      filteringType={options.length > 8 ? "auto" : "none"}
      expandToViewport
      ariaLabel={`Targets, ${name}`}
    />
  );
};
