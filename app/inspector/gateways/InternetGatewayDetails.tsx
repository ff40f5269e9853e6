import { asId, type InternetGateway, internetGatewayOf, recordOf, recordsOf } from "../../../engine";
import {
  attachInternetGateway,
  detachInternetGateway,
  modifyInternetGateway,
} from "../../document/commands/internet-gateway";
import { nameOf } from "../../document/find";
import { withInternet } from "../../scene/with-internet";
import { usePathlight } from "../../store/store";
import { ChoiceField } from "../fields/ChoiceField";
import { NameField } from "../fields/NameField";
import { DeleteButton } from "../parts/DeleteButton";
import { ElementLink } from "../parts/ElementLink";
import { Facts } from "../parts/Facts";
import { Heading } from "../parts/Heading";
import { RefusableButton } from "../parts/RefusableButton";
import { RoutesTo } from "../parts/RoutesTo";
import { Section } from "../parts/Section";

type Props = Readonly<{ gateway: InternetGateway }>;

/** An internet gateway: the VPC that it is attached to, and the routes that lead to it. */
export const InternetGatewayDetails = ({ gateway }: Props) => {
  const { internetGatewayId: id, name, vpcId } = gateway;
  return (
    <>
      <Heading
        glyph="internetGateway"
        title={name || id}
        subtitle={`${id} · internet gateway`}
        actions={<DeleteButton ids={[id]} />}
      />
      <Facts
        facts={[
          ["State", vpcId === null ? "Detached" : "Attached"],
          ["VPC", vpcId === null ? "none" : <ElementLink key="vpc" id={vpcId} />],
        ]}
      />
      <div className="pl-form">
        <NameField
          id={id}
          nameIn={(network) => recordOf(network.internetGateways, id)?.name}
          rename={(text) => modifyInternetGateway(id, { name: text })}
        />
      </div>
      <Attachment gateway={gateway} />
      <RoutesTo
        id={id}
        empty="No route leads here yet: add 0.0.0.0/0 to this gateway in the route table of a public subnet."
      />
    </>
  );
};

const Attachment = ({ gateway: { internetGatewayId, vpcId } }: Props) => {
  const network = usePathlight(({ diagram }) => diagram.network);
  const free = recordsOf(network.vpcs).filter((vpc) => internetGatewayOf(network, vpc.vpcId) === null);
  return (
    <Section
      title="Attachment"
      note="A gateway serves one VPC. It maps private IPv4 addresses to public ones and leaves IPv6 as it is."
    >
      {vpcId === null ? (
        <ChoiceField
          label="Attach to a VPC"
          choices={free.map((vpc) => ({ value: vpc.vpcId, label: nameOf(network, vpc.vpcId) }))}
          value={null}
          choose={(value) => withInternet(attachInternetGateway(internetGatewayId, asId<"vpc">(value)))}
          placeholder="Choose a VPC"
          empty="Every VPC has an internet gateway"
        />
      ) : (
        <RefusableButton command={() => detachInternetGateway(internetGatewayId)}>
          Detach from {nameOf(network, vpcId)}
        </RefusableButton>
      )}
    </Section>
  );
};
