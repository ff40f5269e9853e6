import type { AutosuggestProps } from "@cloudscape-design/components/autosuggest";
import Button from "@cloudscape-design/components/button";
import Select from "@cloudscape-design/components/select";
import { memo, type Ref, useId } from "react";
import { type Network, type Route, recordOf, recordsOf, type VpcId } from "../../../engine";
import { nameOf } from "../../document/find";
import { pathlight, usePathlight } from "../../store/store";
import { ElementLink } from "../parts/ElementLink";
import { entryCount, isOfAws } from "../parts/prefix-list-size";
import { isSameRow, rowClass } from "../rows/edit-row";
import type { LiveRow, RowMessage } from "../rows/live-rows";
import { type MessageRef, messageIdIn, RowMessages } from "../rows/RowMessages";
import { SuggestCell } from "../rows/SuggestCell";
import type { LiveRows } from "../rows/use-live-rows";
import { useInView } from "../rows/use-marked-row";
import { messageProps } from "../rules/RuleCells";
import { cidrSuggestions, type RemoteOptions } from "../rules/remote-options";
import { RouteState } from "./RouteState";
import type { RouteTexts } from "./route-form";
import { routeStatus } from "./route-status";
import { targetGroups } from "./route-targets";

type Table = LiveRows<Route, RouteTexts>;

type Props = Readonly<{
  row: LiveRow<Route, RouteTexts>;
  messages: readonly RowMessage[];
  /** Counted from 1, as it is named. */
  number: number;
  vpcId: VpcId;
  /** Another view points at it. */
  isMarked: boolean;
  handle: Ref<AutosuggestProps.Ref>;
  edit: Table["edit"];
  commit: Table["commit"];
  remove: Table["remove"];
}>;

const destinationOptions = (vpcId: VpcId): readonly RemoteOptions[] => {
  const { network } = pathlight.getState().diagram;
  const lists = recordsOf(network.prefixLists).map((list) => ({
    value: nameOf(network, list.prefixListId),
    description: `${list.addressFamily} · ${entryCount(list)}`,
  }));
  const blocks = cidrSuggestions({ network, vpcId });
  return lists.length === 0 ? blocks : [...blocks, { label: "Prefix lists", options: lists }];
};

const RouteFields = ({ row, messages, number, vpcId, isMarked, handle, edit, commit, remove }: Props) => {
  const id = useId();
  const element = useInView(isMarked);
  const network = usePathlight(({ diagram }) => diagram.network);
  const { texts, key, record } = row;
  const name = `route ${number}`;
  const messageId = messageIdIn(messages, id);
  const status = record === null ? null : routeStatus(network, vpcId, record);
  return (
    <li
      ref={element}
      className={rowClass("pl-route", row, isMarked)}
      aria-label={name}
      aria-current={isMarked || undefined}
    >
      <SuggestCell
        value={texts.destination}
        label={`Destination, ${name}`}
        placeholder="CIDR or prefix list"
        options={() => destinationOptions(vpcId)}
        messageId={messageId("destination")}
        handle={handle}
        onChange={(destination) => edit(key, { field: "destination", patch: { destination }, typed: true })}
        onDone={commit}
      />
      <TargetCell
        {...{ network, vpcId, name }}
        value={texts.target}
        messageId={messageId("target")}
        onChoose={(target) => edit(key, { field: "target", patch: { target }, typed: false })}
      />
      <span className="pl-route__status">{status === null ? null : <RouteState status={status} />}</span>
      <div className="pl-editrow__remove">
        <Button variant="icon" iconName="close" ariaLabel={`Remove ${name}`} onClick={() => remove(key)} />
      </div>
      {status?.why == null ? null : (
        <p className="pl-message pl-message--missing">
          {status.state === "blackhole" ? "Drops what it gets: " : "Note: "}
          {status.why}.
        </p>
      )}
      <PrefixListNote network={network} route={record} />
      <RowMessages messages={messages} id={id} />
    </li>
  );
};

/** The name of a prefix list is longer than its field. */
const PrefixListNote = ({ network, route }: Readonly<{ network: Network; route: Route | null }>) => {
  if (route?.destination.kind !== "prefixList") return null;
  const list = recordOf(network.prefixLists, route.destination.prefixListId);
  if (list === undefined) return null;
  return (
    <p className="pl-message pl-message--missing">
      <ElementLink id={list.prefixListId} />: {isOfAws(list) ? "AWS’s " : ""}prefix list, {entryCount(list)}.
    </p>
  );
};

type TargetProps = Readonly<{
  network: Network;
  vpcId: VpcId;
  name: string;
  value: string;
  messageId: MessageRef | null;
  onChoose(id: string): void;
}>;

/** What the VPC has to route to, by kind; a target that is not among it stays what it is. */
const TargetCell = ({ network, vpcId, name, value, messageId, onChoose }: TargetProps) => {
  const groups = targetGroups(network, vpcId);
  const label = value === "" ? "" : nameOf(network, value);
  return (
    <Select
      options={groups}
      selectedOption={value === "" ? null : { value, label }}
      placeholder="Choose a target"
      empty="This VPC has no gateway yet"
      onChange={({ detail }) => onChoose(detail.selectedOption.value ?? value)}
      filteringType={groups.flatMap(({ options }) => options).length > 8 ? "auto" : "none"}
      filteringAriaLabel="Find a target"
      expandToViewport
      ariaLabel={`Target, ${name}`}
      {...messageProps(messageId)}
    />
  );
};

export const RouteRow = memo(RouteFields, isSameRow);
