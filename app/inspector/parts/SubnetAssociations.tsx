import Checkbox from "@cloudscape-design/components/checkbox";
import type { Subnet } from "../../../engine";
import { ElementLink } from "./ElementLink";

/** A subnet of the VPC, and whether it is with the ACL or route table that the form is about. */
export type Association = Readonly<{
  subnet: Subnet;
  isHere: boolean;
  /** It is here since it names no other: it goes by being associated elsewhere. */
  isImplicit: boolean;
  /** What it is with, as a name: shown where it is not here. */
  elsewhere: string;
}>;

type Props = Readonly<{
  associations: readonly Association[];
  /** "Network ACL web": ends the name of each box. */
  name: string;
  /** Said where a box cannot be cleared. */
  implicit: string;
  onChange(subnet: Subnet, isHere: boolean): void;
}>;

/** All subnets of a VPC, checked where they are associated with what the form is about. */
export const SubnetAssociations = ({ associations, name, implicit, onChange }: Props) => {
  if (associations.length === 0) return <p className="pl-nothing">This VPC has no subnet yet.</p>;
  return (
    <ul className="pl-list pl-associations">
      {associations.map(({ subnet, isHere, isImplicit, elsewhere }) => (
        <li key={subnet.subnetId}>
          <Checkbox
            checked={isHere}
            disabled={isHere && isImplicit}
            onChange={({ detail }) => onChange(subnet, detail.checked)}
            ariaLabel={`${subnet.name || subnet.subnetId}: ${name}`}
          />
          <span className="pl-list__words">
            <ElementLink id={subnet.subnetId} />
            <span className="pl-associations__note">
              {isHere ? (isImplicit ? implicit : "Associated") : `Now with ${elsewhere}`}
            </span>
          </span>
          <span className="pl-list__aside">{subnet.cidrBlock}</span>
        </li>
      ))}
    </ul>
  );
};
