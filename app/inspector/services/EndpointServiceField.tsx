import Autosuggest from "@cloudscape-design/components/autosuggest";
import FormField from "@cloudscape-design/components/form-field";
import { ok, recordOf, type VpcEndpoint } from "../../../engine";
import { modifyVpcEndpoint } from "../../document/commands/vpc-endpoint";
import { usePathlight } from "../../store/store";
import { useLiveText } from "../fields/use-live-text";
import { endpointServices } from "./endpoint-services";

/** The service of an interface endpoint: one of AWS's in the VPC's Region, or any other by its name. */
export const EndpointServiceField = ({
  endpoint: { vpcEndpointId: id, vpcId },
}: Readonly<{ endpoint: VpcEndpoint }>) => {
  const region = usePathlight(({ diagram }) => recordOf(diagram.network.vpcs, vpcId)?.region ?? "");
  const { text, fault, change, commit } = useLiveText({
    inForce: ({ network }) => recordOf(network.vpcEndpoints, id)?.serviceName ?? "",
    edit: (typed) => ok(modifyVpcEndpoint(id, { serviceName: typed.trim() })),
    mergeKey: `${id} service`,
  });
  return (
    <FormField
      label="Service"
      constraintText="If you change this, AWS would replace the endpoint."
      errorText={fault ?? undefined}
      stretch
    >
      <Autosuggest
        value={text}
        options={[...endpointServices(region)]}
        onChange={({ detail }) => change(detail.value)}
        onSelect={commit}
        onBlur={commit}
        enteredTextLabel={(typed) => `Use “${typed}”`}
        hideEnteredTextOption
        expandToViewport
        ariaLabel="Service"
        clearAriaLabel="Clear the service"
      />
    </FormField>
  );
};
