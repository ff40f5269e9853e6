import { useId } from "react";
import type { NamedVpc } from "./new-vpc-question";

type Props = Readonly<{
  named: NamedVpc;
  /** Why EC2 would refuse it; null where it would not. */
  fault: string | null;
  onChange(named: NamedVpc): void;
}>;

/** Name and block of a new VPC; what is wrong is said below them while it is typed. */
export const NewVpcNames = ({ named, fault, onChange }: Props) => {
  const id = useId();
  return (
    <div className="pl-new-vpc__fields">
      <label className="pl-field">
        Name
        <input value={named.name} onChange={({ target }) => onChange({ ...named, name: target.value })} />
      </label>
      <label className="pl-field">
        IPv4 CIDR
        <input
          value={named.cidrBlock}
          aria-invalid={fault !== null}
          aria-describedby={fault === null ? undefined : id}
          onChange={({ target }) => onChange({ ...named, cidrBlock: target.value })}
        />
      </label>
      {fault === null ? null : (
        <p id={id} className="pl-field__error" role="alert">
          {fault}
        </p>
      )}
    </div>
  );
};
