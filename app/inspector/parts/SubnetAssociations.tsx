import Checkbox from "@cloudscape-design/components/checkbox";
import { type Network, recordsOf, type Subnet, type VpcId } from "../../../engine";
import type { Command } from "../../document/command";
import { nameOf } from "../../document/find";
import { pathlight, usePathlight } from "../../store/store";
import { ElementLink } from "./ElementLink";

/** A network ACL or a route table: every subnet of its VPC has exactly one. */
export type Associable<Id extends string> = Readonly<{
  id: Id;
  vpcId: VpcId;
  /** What a subnet has that names no other: it is left only by being given another. */
  isDefault: boolean;
  noun: "ACL" | "table";
  /** "network ACL web": ends the name of each box. */
  name: string;
  idOf(network: Network, subnet: Subnet): Id | undefined;
  /** Null gives the subnet back to the default one. */
  associate(subnetId: Subnet["subnetId"], id: Id | null): Command;
}>;

/** All subnets of a VPC, checked where they are associated with what the form is about. */
export const SubnetAssociations = <Id extends string>(about: Associable<Id>) => {
  const network = usePathlight(({ diagram }) => diagram.network);
  const subnets = recordsOf(network.subnets).filter(({ vpcId }) => vpcId === about.vpcId);
  if (subnets.length === 0) return <p className="pl-nothing">This VPC has no subnet yet.</p>;
  return (
    <ul className="pl-list pl-associations">
      {subnets.map((subnet) => (
        <SubnetBox key={subnet.subnetId} subnet={subnet} network={network} about={about} />
      ))}
    </ul>
  );
};

type BoxProps<Id extends string> = Readonly<{ subnet: Subnet; network: Network; about: Associable<Id> }>;

const SubnetBox = <Id extends string>({ subnet, network, about }: BoxProps<Id>) => {
  const { id, isDefault, noun, name, associate } = about;
  const own = about.idOf(network, subnet);
  const isHere = own === id;
  const elsewhere = own === undefined ? `no ${noun}` : nameOf(network, own);
  const here = isDefault ? `Associated: give it another ${noun} to take it off` : "Associated";
  return (
    <li>
      <Checkbox
        checked={isHere}
        disabled={isHere && isDefault}
        onChange={({ detail }) =>
          pathlight.getState().attempt(associate(subnet.subnetId, detail.checked && !isDefault ? id : null))
        }
        ariaLabel={`${subnet.name || subnet.subnetId}: ${name}`}
      />
      <span className="pl-list__words">
        <ElementLink id={subnet.subnetId} />
        <span className="pl-associations__note">{isHere ? here : `Now with ${elsewhere}`}</span>
      </span>
      <span className="pl-list__aside">{subnet.cidrBlock}</span>
    </li>
  );
};
