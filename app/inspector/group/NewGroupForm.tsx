import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Input, { type InputProps } from "@cloudscape-design/components/input";
import Modal from "@cloudscape-design/components/modal";
import { useRef, useState } from "react";
import {
  checkGroupDescription,
  checkGroupName,
  type Refusal,
  type Result,
  type SecurityGroup,
  type SecurityGroupId,
  type VpcId,
} from "../../../engine";
import type { Command } from "../../document/command";
import { copySecurityGroup, createSecurityGroup } from "../../document/commands/security-group";
import { newId } from "../../document/new-id";
import { refusalText } from "../../document/refusal-sentences";
import { pathlight, usePathlight } from "../../store/store";
import { useFirstFocus } from "../fields/use-first-focus";

type Props = Readonly<{
  vpcId: VpcId;
  /** The group to copy; null makes a new one. */
  from: SecurityGroup | null;
  onDone(): void;
}>;

const faultOf = (checked: Result<unknown, Refusal>): string | undefined =>
  checked.ok ? undefined : refusalText(checked.error);

const commandFor = (
  { vpcId, from }: Props,
  groupId: SecurityGroupId,
  groupName: string,
  description: string,
): Command => {
  if (from === null) {
    const egressRuleIds = { ipv4: newId("securityGroupRule"), ipv6: newId("securityGroupRule") };
    return createSecurityGroup({ groupId, vpcId, groupName, description, egressRuleIds });
  }
  const ruleIds = from.rules.map(() => newId("securityGroupRule"));
  return copySecurityGroup({ from: from.groupId, groupId, vpcId, groupName, ruleIds });
};

/** Name and description of a new group, checked while they are typed. */
export const NewGroupForm = (props: Props) => {
  const { vpcId, from, onDone } = props;
  const network = usePathlight(({ diagram }) => diagram.network);
  const first = useRef<InputProps.Ref>(null);
  useFirstFocus(first);
  const [name, setName] = useState(from === null ? "" : `${from.groupName}-copy`);
  const [description, setDescription] = useState(from?.description ?? "");
  const [refused, setRefused] = useState<string | undefined>(undefined);
  const nameFault = name === "" ? undefined : faultOf(checkGroupName(network, vpcId, name));
  const descriptionFault = description === "" ? undefined : faultOf(checkGroupDescription(description));
  const ready = name !== "" && (from !== null || description !== "") && !nameFault && !descriptionFault;
  const create = (): void => {
    if (!ready) return;
    const groupId = newId("securityGroup");
    const { dispatch, selectElements } = pathlight.getState();
    const result = dispatch(commandFor(props, groupId, name, description));
    setRefused(faultOf(result));
    if (!result.ok) return;
    selectElements(groupId);
    onDone();
  };
  return (
    <Modal
      visible
      header={from === null ? "Create security group" : `Copy ${from.groupName} to a new group`}
      closeAriaLabel="Close"
      onDismiss={onDone}
      footer={<Footer ready={ready} onCreate={create} onCancel={onDone} />}
    >
      <div className="pl-form">
        <FormField
          label="Security group name"
          errorText={nameFault}
          constraintText="Cannot be changed in AWS."
        >
          <Input
            value={name}
            ref={first}
            onChange={({ detail }) => setName(detail.value)}
            onKeyDown={({ detail }) => detail.key === "Enter" && create()}
          />
        </FormField>
        {from === null ? (
          <FormField label="Description" errorText={descriptionFault} constraintText="AWS requires one.">
            <Input
              value={description}
              onChange={({ detail }) => setDescription(detail.value)}
              onKeyDown={({ detail }) => detail.key === "Enter" && create()}
            />
          </FormField>
        ) : null}
        {refused === undefined ? null : (
          <p className="pl-fault" role="alert">
            {refused}
          </p>
        )}
      </div>
    </Modal>
  );
};

type FooterProps = Readonly<{ ready: boolean; onCreate(): void; onCancel(): void }>;

const Footer = ({ ready, onCreate, onCancel }: FooterProps) => (
  <div className="pl-modal__actions">
    <Button variant="link" onClick={onCancel}>
      Cancel
    </Button>
    <Button variant="primary" onClick={onCreate} disabled={!ready}>
      Create security group
    </Button>
  </div>
);
