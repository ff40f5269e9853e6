import type { VpcShape } from "./new-vpc";

type Props = Readonly<{ shape: VpcShape; onChange(shape: VpcShape): void }>;

const NAT_NAMES = { none: "None", one: "In one zone", onePerZone: "One in each zone" } as const;
const NATS = ["none", "one", "onePerZone"] as const;
const IPV6_NAMES = ["None", "Amazon-provided"] as const;
const EGRESS_NAMES = ["None", "One for the VPC"] as const;
const SUBNET_NAMES = ["None", "One in each zone", "Two in each zone"] as const;

/** The console's questions: zones, subnets, NAT gateways, IPv6. */
export const VpcShapeFields = ({ shape, onChange }: Props) => {
  const { zoneCount, hasPublicSubnets, privateSubnetsPerZone, natGateways } = shape;
  const canTranslate = hasPublicSubnets && privateSubnetsPerZone > 0;
  const canLeadOut = shape.hasIpv6 && privateSubnetsPerZone > 0;
  return (
    <div className="pl-new-vpc__fields">
      <Choice
        label="Availability Zones"
        value={zoneCount}
        choices={[1, 2, 3] as const}
        nameOf={(count) => `${count}`}
        onChoose={(count) => onChange({ ...shape, zoneCount: count })}
      />
      <Choice
        label="Public subnets"
        value={hasPublicSubnets ? 1 : 0}
        choices={[0, 1] as const}
        nameOf={(count) => SUBNET_NAMES[count]}
        onChoose={(count) => onChange({ ...shape, hasPublicSubnets: count === 1 })}
      />
      <Choice
        label="Private subnets"
        value={privateSubnetsPerZone}
        choices={[0, 1, 2] as const}
        nameOf={(count) => SUBNET_NAMES[count]}
        onChoose={(count) => onChange({ ...shape, privateSubnetsPerZone: count })}
      />
      {canTranslate && (
        <Choice
          label="NAT gateways"
          value={natGateways}
          choices={NATS}
          nameOf={(nat) => NAT_NAMES[nat]}
          onChoose={(nat) => onChange({ ...shape, natGateways: nat })}
        />
      )}
      <Choice
        label="IPv6 CIDR"
        value={shape.hasIpv6 ? 1 : 0}
        choices={[0, 1] as const}
        nameOf={(count) => IPV6_NAMES[count]}
        onChoose={(count) => onChange({ ...shape, hasIpv6: count === 1 })}
      />
      {canLeadOut && (
        <Choice
          label="Egress-only gateway"
          value={shape.hasEgressOnlyGateway ? 1 : 0}
          choices={[0, 1] as const}
          nameOf={(count) => EGRESS_NAMES[count]}
          onChoose={(count) => onChange({ ...shape, hasEgressOnlyGateway: count === 1 })}
        />
      )}
      <label className="pl-new-vpc__check">
        <input
          type="checkbox"
          checked={hasPublicSubnets && shape.mapPublicIpOnLaunch}
          disabled={!hasPublicSubnets}
          onChange={(event) => onChange({ ...shape, mapPublicIpOnLaunch: event.target.checked })}
        />
        Public subnets give instances a public IPv4 address
      </label>
    </div>
  );
};

type ChoiceProps<Value extends string | number> = Readonly<{
  label: string;
  value: Value;
  choices: readonly Value[];
  nameOf(value: Value): string;
  onChoose(value: Value): void;
}>;

const Choice = <Value extends string | number>(props: ChoiceProps<Value>) => (
  <label className="pl-field">
    {props.label}
    <select
      value={props.value}
      onChange={(event) => {
        const chosen = props.choices[event.target.selectedIndex];
        if (chosen !== undefined) props.onChoose(chosen);
      }}
    >
      {props.choices.map((choice) => (
        <option key={choice} value={choice}>
          {props.nameOf(choice)}
        </option>
      ))}
    </select>
  </label>
);
