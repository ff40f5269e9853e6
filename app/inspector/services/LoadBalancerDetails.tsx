import { interfacesOf, type LoadBalancer, type Network, needsSecondZone, recordOf } from "../../../engine";
import { modifyLoadBalancer, setLoadBalancerSubnets } from "../../document/commands/load-balancer";
import { vpcOf } from "../../document/find";
import { usePathlight } from "../../store/store";
import { InterfacePanel } from "../details/InterfacePanel";
import { ChoiceField } from "../fields/ChoiceField";
import { NameField } from "../fields/NameField";
import { SwitchField } from "../fields/SwitchField";
import { DeleteButton } from "../parts/DeleteButton";
import { ElementLink } from "../parts/ElementLink";
import { Facts } from "../parts/Facts";
import { Heading } from "../parts/Heading";
import { Section } from "../parts/Section";
import { asBalancerType, BALANCER_TYPES, balancerTypeOf } from "./balancer-type";
import { ListenerRows } from "./ListenerRows";
import { SubnetsField } from "./SubnetsField";

type Props = Readonly<{ balancer: LoadBalancer }>;

const SCHEMES: readonly Readonly<{ value: LoadBalancer["scheme"]; label: string }>[] = [
  { value: "internet-facing", label: "Internet-facing" },
  { value: "internal", label: "Internal" },
];

/** A load balancer: its type, its scheme, its listeners with their targets, and the groups of its interfaces. */
export const LoadBalancerDetails = ({ balancer }: Props) => {
  const { loadBalancerId: id, name, loadBalancerType, scheme } = balancer;
  const network = usePathlight(({ diagram }) => diagram.network);
  return (
    <>
      <Heading
        glyph="loadBalancer"
        title={name || id}
        subtitle={`${id} · ${loadBalancerType === "network" ? "Network" : "Application"} Load Balancer`}
        actions={<DeleteButton ids={[id]} />}
      />
      <Facts facts={zoneFacts(network, id)} />
      <div className="pl-form pl-form--two">
        <NameField
          id={id}
          nameIn={({ loadBalancers }) => recordOf(loadBalancers, id)?.name}
          rename={(text) => modifyLoadBalancer(id, { name: text })}
        />
        <ChoiceField
          label="Scheme"
          choices={SCHEMES}
          value={scheme}
          choose={(value) =>
            modifyLoadBalancer(id, { scheme: SCHEMES.find((each) => each.value === value)?.value ?? scheme })
          }
          note="If you change this, AWS would replace the load balancer."
        />
        <ChoiceField
          label="Type"
          choices={BALANCER_TYPES}
          value={balancerTypeOf(network, balancer)}
          choose={(value) => modifyLoadBalancer(id, asBalancerType(network, balancer, value))}
          note="If you change this, AWS would replace the load balancer."
        />
        {loadBalancerType === "network" ? (
          <SwitchField
            label="Preserve client IP addresses"
            note="On: targets see the client's address. Off: they see the load balancer's."
            on={balancer.preservesClientIp}
            turn={(on) => modifyLoadBalancer(id, { preservesClientIp: on })}
          />
        ) : null}
      </div>
      <div className="pl-form">
        <SubnetsField
          ownerId={id}
          vpcId={vpcOf(network, id)}
          isOnePerZone
          note={
            needsSecondZone(network, balancer)
              ? "AWS wants an Application Load Balancer in at least two zones."
              : "One to a zone, with an interface in each."
          }
          change={(change) => setLoadBalancerSubnets(id, change)}
        />
      </div>
      <Section title="Listeners">
        <ListenerRows balancer={balancer} />
      </Section>
      <Interfaces balancer={balancer} />
    </>
  );
};

/** It stands in several zones at once. */
const zoneFacts = (network: Network, id: string) => {
  const vpcId = vpcOf(network, id);
  const subnets = interfacesOf(network, id).flatMap(
    ({ subnetId }) => recordOf(network.subnets, subnetId) ?? [],
  );
  return [
    ["VPC", vpcId === null ? "none" : <ElementLink key="vpc" id={vpcId} />],
    ["Subnets", subnets.length],
    ["Availability Zones", subnets.map(({ availabilityZone }) => availabilityZone).join(", ")],
  ] as const;
};

const groupsNote = (type: LoadBalancer["loadBalancerType"], worn: number): string => {
  if (type === "network" && worn === 0)
    return "Made without security groups, it stays without: it is open to all.";
  return "Managed by the service, one a zone. Their groups change together.";
};

const Interfaces = ({ balancer }: Props) => {
  const network = usePathlight(({ diagram }) => diagram.network);
  const interfaces = interfacesOf(network, balancer.loadBalancerId);
  const worn = interfaces.flatMap(({ groupIds }) => groupIds).length;
  return (
    <Section title="Network interfaces" note={groupsNote(balancer.loadBalancerType, worn)}>
      {interfaces.map((each) => (
        <InterfacePanel
          key={each.networkInterfaceId}
          owned={each}
          canWear={balancer.loadBalancerType === "application" || worn > 0}
        />
      ))}
    </Section>
  );
};
