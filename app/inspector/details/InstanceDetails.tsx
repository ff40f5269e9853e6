import Autosuggest from "@cloudscape-design/components/autosuggest";
import FormField from "@cloudscape-design/components/form-field";
import {
  INSTANCE_TYPES,
  type Instance,
  interfacesOf,
  limitsOf,
  type Network,
  ok,
  recordOf,
  type Vpc,
} from "../../../engine";
import { modifyInstance } from "../../document/commands/instance";
import { vpcOf } from "../../document/find";
import { usePathlight } from "../../store/store";
import { ChoiceField } from "../fields/ChoiceField";
import { LiveTextField } from "../fields/LiveTextField";
import { useLiveText } from "../fields/use-live-text";
import { DeleteButton } from "../parts/DeleteButton";
import { ElementLink } from "../parts/ElementLink";
import { Facts } from "../parts/Facts";
import { Heading } from "../parts/Heading";
import { Section } from "../parts/Section";
import { AttachInterface } from "./AttachInterface";
import { InterfacePanel } from "./InterfacePanel";

type Props = Readonly<{ instance: Instance }>;

/** What a drawing tells apart; a state on the way from one to the other is shown as it was imported. */
const STATES: readonly Readonly<{ value: Instance["state"]; label: string }>[] = [
  { value: "running", label: "Running" },
  { value: "stopped", label: "Stopped" },
  { value: "terminated", label: "Terminated" },
];

/** An EC2 instance: its name and type, and its interfaces with addresses and groups. */
export const InstanceDetails = ({ instance }: Props) => {
  const { instanceId, name } = instance;
  const network = usePathlight(({ diagram }) => diagram.network);
  const interfaces = interfacesOf(network, instanceId);
  return (
    <>
      <Heading
        glyph="instance"
        title={name || instanceId}
        subtitle={`${instanceId} · instance`}
        actions={<DeleteButton ids={[instanceId]} />}
      />
      <Facts facts={placeFacts(network, instanceId)} />
      <div className="pl-form pl-form--two">
        <LiveTextField
          label="Name"
          inForce={(diagram) => recordOf(diagram.network.instances, instanceId)?.name ?? ""}
          edit={(text) => ok(modifyInstance(instanceId, { name: text }))}
          mergeKey={`${instanceId} name`}
        />
        <InstanceTypeField instance={instance} />
        <ChoiceField
          label="State"
          choices={STATES}
          value={instance.state}
          choose={(value) =>
            modifyInstance(instanceId, {
              state: STATES.find((each) => each.value === value)?.value ?? instance.state,
            })
          }
          note="Only a running instance sends and receives."
        />
      </div>
      <Section title="Network interfaces" note={limitNote(instance.instanceType, interfaces.length)}>
        {interfaces.map((each) => (
          <InterfacePanel key={each.networkInterfaceId} owned={each} />
        ))}
        <AttachInterface instance={instance} interfaces={interfaces} />
      </Section>
    </>
  );
};

/** Where something with interfaces stands: its VPC, and the subnet and zone of its primary interface. */
export const placeFacts = (network: Network, ownerId: string) => {
  const vpcId: Vpc["vpcId"] | null = vpcOf(network, ownerId);
  const subnetId = interfacesOf(network, ownerId)[0]?.subnetId;
  const subnet = subnetId === undefined ? undefined : recordOf(network.subnets, subnetId);
  return [
    ["VPC", vpcId === null ? "none" : <ElementLink key="vpc" id={vpcId} />],
    ["Subnet", subnet === undefined ? "none" : <ElementLink key="subnet" id={subnet.subnetId} />],
    ["Availability Zone", subnet?.availabilityZone ?? "none"],
  ] as const;
};

const limitNote = (instanceType: string, count: number): string => {
  const limits = limitsOf(instanceType);
  return limits === null
    ? `${count}`
    : `${count} of ${limits.networkInterfaces} that a ${instanceType} takes`;
};

const InstanceTypeField = ({ instance: { instanceId } }: Props) => {
  const { text, fault, change, commit } = useLiveText({
    inForce: ({ network }) => recordOf(network.instances, instanceId)?.instanceType ?? "",
    edit: (typed) => ok(modifyInstance(instanceId, { instanceType: typed })),
    mergeKey: `${instanceId} type`,
  });
  return (
    <FormField label="Instance type" errorText={fault ?? undefined} stretch>
      <Autosuggest
        value={text}
        options={INSTANCE_TYPES.map((value) => ({ value }))}
        onChange={({ detail }) => change(detail.value)}
        onSelect={commit}
        onBlur={commit}
        enteredTextLabel={(typed) => `Use “${typed}”`}
        hideEnteredTextOption
        expandToViewport
        ariaLabel="Instance type"
        clearAriaLabel="Clear the instance type"
      />
    </FormField>
  );
};
