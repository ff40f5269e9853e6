import { useEffect } from "react";
import { INTERNET_PLACE } from "../document/diagram";
import { findElement } from "../document/find";
import { pathlight, usePathlight } from "../store/store";
import { TierPairDetails } from "./arrow/TierPairDetails";
import { DbInstanceDetails } from "./details/DbInstanceDetails";
import { InstanceDetails } from "./details/InstanceDetails";
import { InterfaceDetails } from "./details/InterfaceDetails";
import { InternetDetails, IpRangeDetails } from "./details/OutsideDetails";
import { PrefixListDetails } from "./details/PrefixListDetails";
import { SeveralDetails } from "./details/SeveralDetails";
import { SubnetDetails } from "./details/SubnetDetails";
import { VpcDetails } from "./details/VpcDetails";
import { EgressOnlyInternetGatewayDetails } from "./gateways/EgressOnlyInternetGatewayDetails";
import { InternetGatewayDetails } from "./gateways/InternetGatewayDetails";
import { NatGatewayDetails } from "./gateways/NatGatewayDetails";
import { PeeringDetails } from "./gateways/PeeringDetails";
import { GroupDetails } from "./group/GroupDetails";
import { NetworkAclDetails } from "./network-acl/NetworkAclDetails";
import { Overview } from "./overview/Overview";
import { keepOwnKeys } from "./own-keys";
import { RouteTableDetails } from "./route-table/RouteTableDetails";
import { outdatedDrafts } from "./rules/outdated-drafts";
import "./inspector.css";
import "./fields/fields.css";
import "./rules/rules.css";
import "./rows/rows.css";
import "./arrow/arrow.css";
import { LoadBalancerDetails } from "./services/LoadBalancerDetails";
import { ManagedResourceDetails } from "./services/ManagedResourceDetails";
import { VpcEndpointDetails } from "./services/VpcEndpointDetails";
import { AttachmentDetails } from "./transit/AttachmentDetails";
import { TransitGatewayDetails } from "./transit/TransitGatewayDetails";
import { TransitRouteTableDetails } from "./transit/TransitRouteTableDetails";
import { useCloudscapeMode } from "./use-cloudscape-mode";
import { useKeptFocus } from "./use-kept-focus";

/** Drafts are dropped when their rule becomes another one (undo), whichever group is shown. */
const useDraftsFollowRules = (): void => {
  useEffect(
    () =>
      pathlight.subscribe(({ diagram, drafts, dropDraft }, previous) => {
        if (diagram === previous.diagram || drafts !== previous.drafts) return;
        for (const draft of outdatedDrafts(previous.diagram, diagram, drafts))
          dropDraft(draft.groupId, draft.draftId);
      }),
    [],
  );
};

/** Console-like details of what is selected, edited live. */
export const Inspector = () => {
  useCloudscapeMode();
  useDraftsFollowRules();
  const root = useKeptFocus();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has a look and a size of its own
    <div ref={root} className="pl-inspector" role="group" aria-label="Details" onKeyDown={keepOwnKeys}>
      <Selected />
    </div>
  );
};

const Selected = () => {
  const selection = usePathlight((state) => state.selection);
  switch (selection.kind) {
    case "none":
      return <Overview />;
    case "tierPair":
      return (
        <TierPairDetails key={`${selection.from} ${selection.to}`} from={selection.from} to={selection.to} />
      );
    case "elements": {
      const [only, ...others] = selection.ids;
      if (only === undefined) return <Overview />;
      return others.length === 0 ? <One key={only} id={only} /> : <SeveralDetails ids={selection.ids} />;
    }
  }
};

const One = ({ id }: Readonly<{ id: string }>) => {
  const element = usePathlight(({ diagram }) => diagram.network);
  const found = findElement(element, id);
  switch (found?.kind) {
    case "vpc":
      return <VpcDetails vpc={found.record} />;
    case "subnet":
      return <SubnetDetails subnet={found.record} />;
    case "instance":
      return <InstanceDetails instance={found.record} />;
    case "dbInstance":
      return <DbInstanceDetails database={found.record} />;
    case "networkInterface":
      return <InterfaceDetails networkInterface={found.record} />;
    case "securityGroup":
      return <GroupDetails group={found.record} />;
    case "prefixList":
      return <PrefixListDetails list={found.record} />;
    case "ipRange":
      return <IpRangeDetails range={found.record} />;
    case "networkAcl":
      return <NetworkAclDetails acl={found.record} />;
    case "routeTable":
      return <RouteTableDetails table={found.record} />;
    case "internetGateway":
      return <InternetGatewayDetails gateway={found.record} />;
    case "egressOnlyInternetGateway":
      return <EgressOnlyInternetGatewayDetails gateway={found.record} />;
    case "natGateway":
      return <NatGatewayDetails gateway={found.record} />;
    case "vpcPeeringConnection":
      return <PeeringDetails peering={found.record} />;
    case "transitGateway":
      return <TransitGatewayDetails gateway={found.record} />;
    case "transitGatewayAttachment":
      return <AttachmentDetails attachment={found.record} />;
    case "transitGatewayRouteTable":
      return <TransitRouteTableDetails table={found.record} />;
    case "vpcEndpoint":
      return <VpcEndpointDetails endpoint={found.record} />;
    case "loadBalancer":
      return <LoadBalancerDetails balancer={found.record} />;
    case "managedResource":
      return <ManagedResourceDetails resource={found.record} />;
    case undefined:
      return id === INTERNET_PLACE ? <InternetDetails /> : <Overview />;
  }
};
