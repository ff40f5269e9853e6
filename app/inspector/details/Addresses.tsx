import Button from "@cloudscape-design/components/button";
import { type NetworkInterface, ok, type PrivateIpAddress, recordOf } from "../../../engine";
import type { Command } from "../../document/command";
import {
  assignIpv6Address,
  assignPrivateIpAddress,
  associateAddress,
  disassociateAddress,
  modifyPrivateIpAddress,
  unassignIpv6Address,
  unassignPrivateIpAddress,
} from "../../document/commands/ip-address";
import type { Diagram } from "../../document/diagram";
import { pathlight, usePathlight } from "../../store/store";
import { LiveTextField } from "../fields/LiveTextField";
import { BarredButton } from "../parts/BarredButton";

type Props = Readonly<{ owner: NetworkInterface; name: string }>;

const attempt = (command: Command) => () => {
  pathlight.getState().attempt(command);
};

/** The addresses of an interface: private ones with their public address, then IPv6. A service's are only shown. */
export const Addresses = ({ owner, name }: Props) => {
  const hasIpv6 = usePathlight(
    ({ diagram }) => recordOf(diagram.network.subnets, owner.subnetId)?.ipv6CidrBlock !== null,
  );
  const id = owner.networkInterfaceId;
  return (
    <fieldset className="pl-addresses" aria-label={`Addresses of ${name}`}>
      <p className="pl-addresses__columns" aria-hidden="true">
        <span>Private IPv4</span>
        <span>Public IPv4</span>
      </p>
      {owner.privateIpAddresses.map((address, index) => (
        // An address is known by its place: it may itself be edited.
        <PrivateAddress key={`${id} ${index}`} {...{ owner, name, address, index }} />
      ))}
      {owner.ipv6Addresses.map((address) => (
        <p key={address} className="pl-addresses__ipv6">
          <span>{address}</span>
          {owner.requesterManaged ? null : (
            <Button
              variant="icon"
              iconName="close"
              ariaLabel={`Unassign ${address}`}
              onClick={attempt(unassignIpv6Address(id, address))}
            />
          )}
        </p>
      ))}
      {owner.requesterManaged ? null : (
        <div className="pl-buttons">
          <BarredButton iconName="add-plus" command={assignPrivateIpAddress(id, null)}>
            Private address
          </BarredButton>
          {hasIpv6 ? (
            <BarredButton iconName="add-plus" command={assignIpv6Address(id, null)}>
              IPv6 address
            </BarredButton>
          ) : null}
        </div>
      )}
    </fieldset>
  );
};

type AddressProps = Props & Readonly<{ address: PrivateIpAddress; index: number }>;

const PrivateAddress = ({ owner, name, address, index }: AddressProps) => {
  const id = owner.networkInterfaceId;
  const { privateIpAddress } = address;
  const at = ({ network }: Diagram): string =>
    recordOf(network.networkInterfaces, id)?.privateIpAddresses[index]?.privateIpAddress ?? "";
  return (
    <div className="pl-addresses__row">
      {owner.requesterManaged ? (
        <span>{privateIpAddress}</span>
      ) : (
        <LiveTextField
          label={`${index === 0 ? "Primary" : "Secondary"} private address of ${name}`}
          labelSeen={false}
          inForce={at}
          edit={(text) => ok(modifyPrivateIpAddress(id, at(pathlight.getState().diagram), text.trim()))}
          mergeKey={`${id} address ${index}`}
        />
      )}
      <PublicAddress owner={owner} name={name} address={address} />
      {index === 0 || owner.requesterManaged ? null : (
        <Button
          variant="icon"
          iconName="close"
          ariaLabel={`Unassign ${privateIpAddress}`}
          onClick={attempt(unassignPrivateIpAddress(id, privateIpAddress))}
        />
      )}
    </div>
  );
};

const PublicAddress = ({ owner, address }: Props & Readonly<{ address: PrivateIpAddress }>) => {
  const id = owner.networkInterfaceId;
  const { privateIpAddress, publicIp } = address;
  if (owner.requesterManaged) return <span>{publicIp ?? "none"}</span>;
  if (publicIp === null)
    return (
      <BarredButton
        command={associateAddress(id, privateIpAddress, null)}
        ariaLabel={`Associate a public address with ${privateIpAddress}`}
      >
        Associate
      </BarredButton>
    );
  return (
    <span className="pl-addresses__public">
      <span>{publicIp}</span>
      <Button
        variant="icon"
        iconName="close"
        ariaLabel={`Disassociate ${publicIp}`}
        onClick={attempt(disassociateAddress(id, privateIpAddress))}
      />
    </span>
  );
};
