import Button from "@cloudscape-design/components/button";
import Input, { type InputProps } from "@cloudscape-design/components/input";
import Select from "@cloudscape-design/components/select";
import { memo, type Ref, useId } from "react";
import type { Direction, NetworkAcl, NetworkAclEntry } from "../../../engine";
import { pathlight } from "../../store/store";
import { COMPACT } from "../fields/compact";
import { isSameRow, rowClass } from "../rows/edit-row";
import type { LiveRow, RowMessage } from "../rows/live-rows";
import { type MessageRef, messageIdIn, RowMessages } from "../rows/RowMessages";
import { SuggestCell } from "../rows/SuggestCell";
import type { LiveRows } from "../rows/use-live-rows";
import { useInView } from "../rows/use-marked-row";
import { ACL_TYPES } from "../rules/acl-types";
import { DIRECTION_WORD } from "../rules/direction";
import { messageProps, PortsCell, ProtocolCell, TypeCell } from "../rules/RuleCells";
import { cidrSuggestions } from "../rules/remote-options";
import { ruleType } from "../rules/rule-types";
import type { EntryTexts } from "./entry-form";

type Table = LiveRows<NetworkAclEntry, EntryTexts>;

type Props = Readonly<{
  row: LiveRow<NetworkAclEntry, EntryTexts>;
  messages: readonly RowMessage[];
  direction: Direction;
  vpcId: NetworkAcl["vpcId"];
  /** Another view points at it. */
  isMarked: boolean;
  handle: Ref<InputProps.Ref>;
  edit: Table["edit"];
  commit: Table["commit"];
  remove: Table["remove"];
}>;

const ACTIONS = [
  { value: "allow", label: "Allow" },
  { value: "deny", label: "Deny" },
];

const EntryFields = ({ row, messages, direction, vpcId, isMarked, handle, edit, commit, remove }: Props) => {
  const id = useId();
  const element = useInView(isMarked);
  const { texts, key } = row;
  const name = `${DIRECTION_WORD[direction]} rule ${texts.ruleNumber}`;
  const messageId = messageIdIn(messages, id);
  const cell = {
    fields: texts,
    name,
    messageId,
    editing: { edit: (change: Parameters<Table["edit"]>[1]) => edit(key, change), commit },
  };
  return (
    <li
      ref={element}
      className={rowClass(ownClass(texts.type), row, isMarked)}
      aria-label={name}
      aria-current={isMarked || undefined}
    >
      <div className="pl-entry__number">
        <NumberCell {...cell} handle={handle} />
      </div>
      <div className="pl-entry__type">
        <TypeCell {...cell} types={ACL_TYPES} />
      </div>
      <div className="pl-entry__protocol">
        <ProtocolCell {...cell} />
      </div>
      <div className="pl-entry__ports">
        <PortsCell {...cell} />
      </div>
      <div className="pl-entry__action">
        <Select
          options={ACTIONS}
          selectedOption={ACTIONS.find(({ value }) => value === texts.ruleAction) ?? null}
          onChange={({ detail }) =>
            cell.editing.edit({
              field: "ruleAction",
              patch: { ruleAction: detail.selectedOption.value ?? "allow" },
              typed: false,
            })
          }
          expandToViewport
          ariaLabel={`Allow or deny, ${name}`}
          {...messageProps(messageId("ruleAction"))}
        />
      </div>
      <div className="pl-entry__remote">
        <SuggestCell
          value={texts.remote}
          label={`${direction === "ingress" ? "Source" : "Destination"}, ${name}`}
          placeholder="CIDR"
          options={() => cidrSuggestions({ network: pathlight.getState().diagram.network, vpcId })}
          messageId={messageId("remote")}
          onChange={(remote) => cell.editing.edit({ field: "remote", patch: { remote }, typed: true })}
          onDone={commit}
        />
      </div>
      <div className="pl-editrow__remove">
        <Button variant="icon" iconName="close" ariaLabel={`Delete ${name}`} onClick={() => remove(key)} />
      </div>
      <RowMessages messages={messages} id={id} />
    </li>
  );
};

/** Type and code of ICMP take a line of their own. */
const ownClass = (type: string): string =>
  ruleType(type).form.kind === "icmp" ? "pl-entry pl-entry--icmp" : "pl-entry";

type NumberProps = Readonly<{
  fields: EntryTexts;
  name: string;
  messageId(field: string): MessageRef | null;
  editing: Readonly<{ edit(change: Parameters<Table["edit"]>[1]): void; commit(): void }>;
  handle: Ref<InputProps.Ref>;
}>;

/** The number is in force while it is typed; the row moves to its place once the field is left. */
const NumberCell = ({ fields, name, messageId, editing, handle }: NumberProps) => (
  <Input
    ref={handle}
    value={fields.ruleNumber}
    onChange={({ detail }) =>
      editing.edit({ field: "ruleNumber", patch: { ruleNumber: detail.value }, typed: true })
    }
    // A new row comes with a number: what is typed takes its place.
    onFocus={() => document.activeElement instanceof HTMLInputElement && document.activeElement.select()}
    onBlur={editing.commit}
    onKeyDown={({ detail }) => detail.key === "Enter" && editing.commit()}
    inputMode="numeric"
    ariaLabel={`Rule number, ${name}`}
    style={COMPACT}
    {...messageProps(messageId("ruleNumber"))}
  />
);

export const EntryRow = memo(EntryFields, isSameRow);
