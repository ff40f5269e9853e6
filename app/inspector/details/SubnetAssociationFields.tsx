import {
  asId,
  defaultNetworkAclOf,
  mainRouteTableOf,
  type Network,
  networkAclOf,
  recordsOf,
  routeTableOf,
  type Subnet,
} from "../../../engine";
import { replaceNetworkAclAssociation } from "../../document/commands/network-acl";
import { associateRouteTable } from "../../document/commands/route-table";
import { nameOf } from "../../document/find";
import { usePathlight } from "../../store/store";
import { type Choice, ChoiceField } from "../fields/ChoiceField";
import { ElementLink } from "../parts/ElementLink";
import { Section } from "../parts/Section";
import { type Exposure, exposureOf } from "../route-table/subnet-exposure";

type Props = Readonly<{ subnet: Subnet }>;

/** The choice of what the VPC has for subnets that name nothing. */
const BY_DEFAULT = "";

const EXPOSURE_WORD: Readonly<Record<Exposure["kind"], string>> = {
  public: "Public subnet",
  private: "Private subnet",
  unknown: "Routes not told",
};

/** Which route table routes a subnet and which network ACL filters it, and whether that makes it public. */
export const SubnetAssociationFields = ({ subnet }: Props) => {
  const network = usePathlight(({ diagram }) => diagram.network);
  const { kind, why } = exposureOf(network, subnet);
  return (
    <Section title="Routing and filtering">
      <p className="pl-text">
        <strong>{EXPOSURE_WORD[kind]}</strong>: {why}
      </p>
      <div className="pl-form pl-form--two">
        <div>
          <ChoiceField
            label="Route table"
            choices={tableChoices(network, subnet)}
            value={ownTable(network, subnet)}
            choose={(value) =>
              associateRouteTable(subnet.subnetId, value === BY_DEFAULT ? null : asId<"routeTable">(value))
            }
            empty="This VPC has no route table"
          />
          <Open id={routeTableOf(network, subnet)?.routeTableId} words="Open its routes" />
        </div>
        <div>
          <ChoiceField
            label="Network ACL"
            choices={aclChoices(network, subnet)}
            value={ownAcl(network, subnet)}
            choose={(value) =>
              replaceNetworkAclAssociation(
                subnet.subnetId,
                value === BY_DEFAULT ? null : asId<"networkAcl">(value),
              )
            }
            empty="This VPC has no network ACL"
          />
          <Open id={networkAclOf(network, subnet)?.networkAclId} words="Open its rules" />
        </div>
      </div>
    </Section>
  );
};

const Open = ({ id, words }: Readonly<{ id: string | undefined; words: string }>) =>
  id === undefined ? null : (
    <p className="pl-field__link">
      <ElementLink id={id}>{words}</ElementLink>
    </p>
  );

/** What the subnet names; nothing where that is gone. */
const ownTable = ({ routeTables }: Network, { routeTableId }: Subnet): string =>
  routeTableId !== null && Object.hasOwn(routeTables, routeTableId) ? routeTableId : BY_DEFAULT;

const ownAcl = ({ networkAcls }: Network, { networkAclId }: Subnet): string =>
  networkAclId !== null && Object.hasOwn(networkAcls, networkAclId) ? networkAclId : BY_DEFAULT;

/** What the subnet has by naming nothing; by name, where that says more than what it is. */
const byDefault = (named: Readonly<{ name: string }> | null, word: string, what: string): Choice => ({
  value: BY_DEFAULT,
  label: named === null || named.name === "" ? `${word} ${what}` : `${word}: ${named.name}`,
});

/** The main table is among the others only where the subnet names it. */
const tableChoices = (network: Network, subnet: Subnet): readonly Choice[] => [
  byDefault(mainRouteTableOf(network, subnet.vpcId), "Main", "route table"),
  ...recordsOf(network.routeTables)
    .filter(({ vpcId }) => vpcId === subnet.vpcId)
    .filter(({ isMain, routeTableId }) => !isMain || routeTableId === subnet.routeTableId)
    .map(({ routeTableId }) => ({ value: routeTableId, label: nameOf(network, routeTableId) })),
];

const aclChoices = (network: Network, subnet: Subnet): readonly Choice[] => [
  byDefault(defaultNetworkAclOf(network, subnet.vpcId), "Default", "network ACL"),
  ...recordsOf(network.networkAcls)
    .filter(({ vpcId }) => vpcId === subnet.vpcId)
    .filter(({ isDefault, networkAclId }) => !isDefault || networkAclId === subnet.networkAclId)
    .map(({ networkAclId }) => ({ value: networkAclId, label: nameOf(network, networkAclId) })),
];
