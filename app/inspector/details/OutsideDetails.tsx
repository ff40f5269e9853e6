import { INTERNET, type IpRange, ok, recordOf, type TierId } from "../../../engine";
import { modifyIpRange } from "../../document/commands/ip-range";
import { INTERNET_PLACE } from "../../document/diagram";
import { CidrListField } from "../fields/CidrListField";
import { LiveTextField } from "../fields/LiveTextField";
import { DeleteButton } from "../parts/DeleteButton";
import { Heading } from "../parts/Heading";
import { Section } from "../parts/Section";
import { TierPaths } from "../parts/TierPaths";

/** A named range of outside addresses. */
export const IpRangeDetails = ({ range }: Readonly<{ range: IpRange }>) => {
  const { ipRangeId, name } = range;
  return (
    <>
      <Heading
        glyph="ipRange"
        title={name || ipRangeId}
        subtitle="IP range outside the VPCs"
        actions={<DeleteButton ids={[ipRangeId]} />}
      />
      <div className="pl-form">
        <LiveTextField
          label="Name"
          inForce={({ network }) => recordOf(network.ipRanges, ipRangeId)?.name ?? ""}
          edit={(text) => ok(modifyIpRange(ipRangeId, { name: text }))}
          mergeKey={`${ipRangeId} name`}
        />
      </div>
      <Section title="CIDRs">
        <CidrListField
          noun="CIDR"
          inForce={({ network }) => recordOf(network.ipRanges, ipRangeId)?.cidrBlocks ?? NONE}
          change={(cidrBlocks) => modifyIpRange(ipRangeId, { cidrBlocks })}
          mergeKey={`${ipRangeId} cidr`}
          least={1}
          placeholder="203.0.113.0/24"
        />
      </Section>
      <TierPaths tierId={ipRangeId as string as TierId} />
    </>
  );
};

const NONE: readonly string[] = [];

/** All public addresses. */
export const InternetDetails = () => (
  <>
    <Heading
      glyph="internet"
      title="Internet"
      subtitle="0.0.0.0/0, ::/0 without private addresses"
      actions={<DeleteButton ids={[INTERNET_PLACE]} />}
    />
    <p className="pl-text">
      Every public IPv4 and IPv6 address. Private addresses, link-local addresses and the CIDRs of this
      design’s VPCs are not part of it. Taking it off the canvas does not close anything.
    </p>
    <TierPaths tierId={INTERNET} />
  </>
);
