import { ok } from "../../engine";
import { withRoom } from "../scene/make-room";
import { withInternet } from "../scene/with-internet";
import {
  addDatabase,
  addInstance,
  addInterface,
  addInterfaceEndpoint,
  addLoadBalancer,
  addManagedResource,
  addNatGateway,
} from "./add-cards";
import { addGroup, addSubnet, addVpc } from "./add-frames";
import {
  addEgressOnlyGateway,
  addGatewayEndpoint,
  addInternetGateway,
  addPeering,
  addTransitGateway,
} from "./add-gateways";
import { addInternet, addRange } from "./add-outsides";
import type { Adding, Addition } from "./adding";
import type { Addable } from "./palette-items";

const ADD: Readonly<Record<Addable, (adding: Adding) => Addition>> = {
  vpc: addVpc,
  subnet: addSubnet,
  internetGateway: addInternetGateway,
  natGateway: addNatGateway,
  egressOnlyInternetGateway: addEgressOnlyGateway,
  vpcPeeringConnection: addPeering,
  transitGateway: addTransitGateway,
  gatewayEndpoint: addGatewayEndpoint,
  interfaceEndpoint: addInterfaceEndpoint,
  instance: addInstance,
  networkInterface: addInterface,
  loadBalancer: addLoadBalancer,
  dbInstance: addDatabase,
  cacheCluster: addManagedResource("cacheCluster", "cache"),
  ecsTask: addManagedResource("ecsTask", "task"),
  lambdaFunction: addManagedResource("lambdaFunction", "function"),
  eksCluster: addManagedResource("eksCluster", "eks"),
  efsMountTarget: addManagedResource("efsMountTarget", "efs"),
  securityGroup: addGroup,
  internet: addInternet,
  ipRange: addRange,
};

/** Can this be added? What a drag carries may come from elsewhere. */
export const isAddable = (resource: string): resource is Addable => Object.hasOwn(ADD, resource);

/** A new thing from the palette as a command, for which the frames around it make room. A way to the Internet ends there. */
export const addElement = (resource: Addable, adding: Adding): Addition => {
  const addition = ADD[resource](adding);
  if (!addition.ok) return addition;
  const { command, id } = addition.value;
  return ok({ command: withRoom(withInternet(command)), id });
};
