import Autosuggest from "@cloudscape-design/components/autosuggest";
import Input from "@cloudscape-design/components/input";
import Select, { type SelectProps } from "@cloudscape-design/components/select";
import { type RefObject, useState } from "react";
import type { Direction, SecurityGroup } from "../../../engine";
import { pathlight } from "../../store/store";
import { COMPACT } from "../fields/compact";
import { MyIpField } from "../fields/MyIpField";
import { GroupSquare } from "../parts/GroupName";
import { type CellProps, messageProps } from "./RuleCells";
import { ANYWHERE_IPV4, ANYWHERE_IPV6, myIpText, REMOTE_KINDS } from "./remote-fields";
import { remoteOptions } from "./remote-options";
import { ruleContext } from "./use-rule-row";

export const remoteColumn = (direction: Direction): "Source" | "Destination" =>
  direction === "ingress" ? "Source" : "Destination";

type Props = CellProps &
  Readonly<{
    group: SecurityGroup;
    direction: Direction;
    /** The colour of the group that the rule names, where it names one. */
    color: number | null;
    /** The choice of the kind of source, which takes the focus from a field that goes away. */
    kind: RefObject<SelectProps.Ref | null>;
  }>;

/** The text a kind of source starts with. Custom starts empty: what it was would turn the row back. */
const textOf = (kind: string): string => {
  if (kind === "anywhere-ipv4") return ANYWHERE_IPV4;
  if (kind === "anywhere-ipv6") return ANYWHERE_IPV6;
  return kind === "my-ip" ? myIpText(pathlight.getState().preferences.myIp) : "";
};

const KIND_OPTIONS = REMOTE_KINDS.map(({ id, label }) => ({ value: id as string, label }));

export const RemoteKindCell = ({ fields, name, editing, direction, kind }: Props) => (
  <Select
    ref={kind}
    options={KIND_OPTIONS}
    selectedOption={KIND_OPTIONS.find(({ value }) => value === fields.remoteKind) ?? null}
    onChange={({ detail }) => {
      const remoteKind = detail.selectedOption.value ?? fields.remoteKind;
      if (remoteKind === fields.remoteKind) return;
      editing.edit({ field: "remote", patch: { remoteKind, remote: textOf(remoteKind) }, typed: false });
    }}
    expandToViewport
    ariaLabel={`${remoteColumn(direction)} type, ${name}`}
  />
);

export const RemoteValueCell = (props: Props) => {
  const { fields, name, direction, editing } = props;
  const label = `${remoteColumn(direction)}, ${name}`;
  if (fields.remoteKind === "custom") return <CustomRemote {...props} label={label} />;
  if (fields.remoteKind === "my-ip" && fields.remote === "")
    return (
      <MyIpField
        label={`Your public address, ${name}`}
        onEntered={() => props.kind.current?.focus()}
        onStated={(myIp) =>
          editing.edit({ field: "remote", patch: { remote: myIpText(myIp) }, typed: false })
        }
      />
    );
  return <Input value={fields.remote} disabled ariaLabel={label} style={COMPACT} />;
};

const CustomRemote = (props: Props & { label: string }) => {
  const { fields, editing, group, direction, color, label, messageId } = props;
  const [asked, setAsked] = useState(false);
  return (
    <div className="pl-remote">
      {color === null ? null : <GroupSquare color={color} />}
      <Autosuggest
        value={fields.remote}
        options={asked ? remoteOptions(ruleContext(group, direction, null)) : []}
        onFocus={() => setAsked(true)}
        onChange={({ detail }) =>
          editing.edit({ field: "remote", patch: { remote: detail.value }, typed: true })
        }
        onSelect={editing.commit}
        onBlur={() => {
          setAsked(false);
          editing.commit();
        }}
        onKeyDown={({ detail }) => detail.key === "Enter" && editing.commit()}
        placeholder="CIDR or group"
        enteredTextLabel={(text) => `Use “${text}”`}
        hideEnteredTextOption
        expandToViewport
        ariaLabel={label}
        clearAriaLabel={`Clear ${label}`}
        style={COMPACT}
        {...messageProps(messageId("remote"))}
      />
    </div>
  );
};
