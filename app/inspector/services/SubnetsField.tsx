import FormField from "@cloudscape-design/components/form-field";
import Multiselect from "@cloudscape-design/components/multiselect";
import { asId, interfacesOf, type Subnet } from "../../../engine";
import type { Command } from "../../document/command";
import { nameOf } from "../../document/find";
import { newId } from "../../document/new-id";
import type { SubnetChange } from "../../document/service-subnets";
import { withRoom } from "../../scene/make-room";
import { usePathlight } from "../../store/store";
import { useRefusal } from "../fields/use-refusal";
import { chosenSubnets, subnetChoices } from "./chosen-subnets";

type Props = Readonly<{
  /** The service, by id, and its VPC. */
  ownerId: string;
  vpcId: string | null;
  isOnePerZone: boolean;
  note: string;
  change(change: SubnetChange): Command;
}>;

const optionOf = ({ subnetId, name, availabilityZone, cidrBlock }: Subnet) => ({
  value: subnetId,
  label: name || subnetId,
  labelTag: availabilityZone,
  description: cidrBlock,
});

/** A chosen one in one line. */
const tokenOf = ({ subnetId, name, availabilityZone }: Subnet) => ({
  value: subnetId,
  label: `${name || subnetId} · ${availabilityZone}`,
});

/** In which subnets a service stands. The frame that its card goes to makes room for it. */
export const SubnetsField = ({ ownerId, vpcId, isOnePerZone, note, change }: Props) => {
  const network = usePathlight(({ diagram }) => diagram.network);
  const { refused, run } = useRefusal();
  const before = [...new Set(interfacesOf(network, ownerId).map(({ subnetId }) => subnetId))];
  const subnets = subnetChoices(network, vpcId);
  const choose = (values: readonly (string | undefined)[]): void => {
    const chosen = values.flatMap((value) => (value === undefined ? [] : [asId<"subnet">(value)]));
    const subnetIds = chosenSubnets(network, before, chosen, isOnePerZone);
    const networkInterfaceIds = subnetIds.map(() => newId("networkInterface"));
    run(withRoom(change({ subnetIds, networkInterfaceIds })));
  };
  const inForce = before.flatMap((id) => subnets.find(({ subnetId }) => subnetId === id) ?? []);
  return (
    <FormField label="Subnets" constraintText={note} errorText={refused} stretch>
      <Multiselect
        options={subnets.map(optionOf)}
        selectedOptions={inForce.map(tokenOf)}
        onChange={({ detail }) => choose(detail.selectedOptions.map(({ value }) => value))}
        placeholder="Choose subnets"
        empty="This VPC has no subnets"
        deselectAriaLabel={({ label }) => `Take ${nameOf(network, ownerId)} out of ${label}`}
        filteringType={subnets.length > 8 ? "auto" : "none"}
        expandToViewport
        ariaLabel={`Subnets of ${nameOf(network, ownerId)}`}
      />
    </FormField>
  );
};
