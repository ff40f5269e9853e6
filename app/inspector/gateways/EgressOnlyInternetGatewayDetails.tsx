import { type EgressOnlyInternetGateway, recordOf } from "../../../engine";
import { modifyEgressOnlyInternetGateway } from "../../document/commands/internet-gateway";
import { NameField } from "../fields/NameField";
import { DeleteButton } from "../parts/DeleteButton";
import { ElementLink } from "../parts/ElementLink";
import { Facts } from "../parts/Facts";
import { Heading } from "../parts/Heading";
import { RoutesTo } from "../parts/RoutesTo";

type Props = Readonly<{ gateway: EgressOnlyInternetGateway }>;

/** An egress-only internet gateway: its VPC, and the routes that lead to it. */
export const EgressOnlyInternetGatewayDetails = ({ gateway }: Props) => {
  const { egressOnlyInternetGatewayId: id, name, vpcId } = gateway;
  return (
    <>
      <Heading
        glyph="egressOnlyInternetGateway"
        title={name || id}
        subtitle={`${id} · egress-only internet gateway`}
        actions={<DeleteButton ids={[id]} />}
      />
      <Facts
        facts={[
          ["VPC", <ElementLink key="vpc" id={vpcId} />],
          ["Family", "IPv6 only"],
        ]}
      />
      <div className="pl-form">
        <NameField
          id={id}
          nameIn={(network) => recordOf(network.egressOnlyInternetGateways, id)?.name}
          rename={(text) => modifyEgressOnlyInternetGateway(id, { name: text })}
        />
      </div>
      <p className="pl-text">
        Lets IPv6 connections out, and their replies in. Nothing outside can start a connection through it.
      </p>
      <RoutesTo
        id={id}
        empty="No route leads here yet: add ::/0 to this gateway in the route table of a private subnet."
      />
    </>
  );
};
