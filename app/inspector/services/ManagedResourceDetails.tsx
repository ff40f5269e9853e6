import { interfacesOf, type ManagedResource, type ManagedResourceKind, recordOf } from "../../../engine";
import { modifyManagedResource, setManagedResourceSubnets } from "../../document/commands/managed-resource";
import { vpcOf } from "../../document/find";
import { usePathlight } from "../../store/store";
import { placeFacts } from "../details/InstanceDetails";
import { InterfacePanel } from "../details/InterfacePanel";
import { ChoiceField } from "../fields/ChoiceField";
import { NameField } from "../fields/NameField";
import { DeleteButton } from "../parts/DeleteButton";
import { Facts } from "../parts/Facts";
import { Heading } from "../parts/Heading";
import { Section } from "../parts/Section";
import { SubnetsField } from "./SubnetsField";

const KINDS: readonly Readonly<{ value: ManagedResourceKind; label: string }>[] = [
  { value: "cacheCluster", label: "ElastiCache cluster" },
  { value: "ecsTask", label: "ECS task" },
  { value: "lambdaFunction", label: "Lambda function" },
  { value: "eksCluster", label: "EKS cluster" },
  { value: "efsMountTarget", label: "EFS mount target" },
  { value: "redshiftCluster", label: "Redshift cluster" },
  { value: "other", label: "Other service" },
];

/** A task has one interface, in one subnet. */
const spansSubnets = (kind: ManagedResourceKind): boolean => kind !== "ecsTask";

/** A wearer of groups that a service manages: its kind and name, its subnets, and the groups of its interfaces. */
export const ManagedResourceDetails = ({ resource }: Readonly<{ resource: ManagedResource }>) => {
  const { managedResourceId: id, name, kind } = resource;
  const network = usePathlight(({ diagram }) => diagram.network);
  const label = KINDS.find(({ value }) => value === kind)?.label ?? "Other service";
  const interfaces = interfacesOf(network, id);
  return (
    <>
      <Heading
        glyph={kind === "other" ? "managedResource" : kind}
        title={name || id}
        subtitle={`${id} · ${label}`}
        actions={<DeleteButton ids={[id]} />}
      />
      <Facts facts={placeFacts(network, id)} />
      <div className="pl-form pl-form--two">
        <NameField
          id={id}
          nameIn={({ managedResources }) => recordOf(managedResources, id)?.name}
          rename={(text) => modifyManagedResource(id, { name: text })}
        />
        <ChoiceField
          label="Service"
          choices={KINDS}
          value={kind}
          choose={(value) =>
            modifyManagedResource(id, { kind: KINDS.find((each) => each.value === value)?.value ?? kind })
          }
        />
      </div>
      {spansSubnets(kind) || interfaces.length > 1 ? (
        <div className="pl-form">
          <SubnetsField
            ownerId={id}
            vpcId={vpcOf(network, id)}
            isOnePerZone={false}
            note="It has an interface in each."
            change={(change) => setManagedResourceSubnets(id, change)}
          />
        </div>
      ) : null}
      <Section
        title={interfaces.length === 1 ? "Network interface" : "Network interfaces"}
        note="Managed by the service: only their groups can be changed."
      >
        {interfaces.map((each) => (
          <InterfacePanel key={each.networkInterfaceId} owned={each} />
        ))}
      </Section>
    </>
  );
};
