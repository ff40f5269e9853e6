import Alert from "@cloudscape-design/components/alert";
import { Fragment } from "react";
import { type Direction, type Network, type Remote, recordOf, type SecurityGroup } from "../../../engine";
import { usePathlight } from "../../store/store";
import { ElementLink } from "../parts/ElementLink";
import { GroupLink } from "../parts/GroupName";
import { ANYWHERE_IPV4, ANYWHERE_IPV6 } from "../rules/remote-fields";
import { grouped } from "../rules/rule-traffic";
import { type Effect, groupEffects, openAdminServices } from "./group-effects";
import { UnreachedNote, useUnreached } from "./UnreachedNote";

type Props = Readonly<{ group: SecurityGroup; direction: Direction }>;

const VERB: Readonly<Record<Direction, string>> = { ingress: "Lets in", egress: "Lets out" };

/** What the rules below do in effect, in one sentence, and which of them do nothing. */
export const GroupEffects = ({ group, direction }: Props) => {
  const network = usePathlight(({ diagram }) => diagram.network);
  const effects = groupEffects(network, group, direction);
  const live = effects.filter(({ why }) => why === null);
  const idle = effects.filter(({ why }) => why !== null);
  const open = direction === "ingress" ? openAdminServices(group) : [];
  const found = useUnreached(group);
  const unreached = direction === "ingress" ? found : null;
  return (
    <div className="pl-effects">
      {live.length === 0 ? null : (
        <p>
          {VERB[direction]}{" "}
          {live.map((effect, index) => (
            <Fragment key={effectKey(effect)}>
              {index === 0 ? null : "; "}
              <EffectText effect={effect} direction={direction} network={network} />
            </Fragment>
          ))}
          {unreached === null || unreached.why === null
            ? ""
            : `, but nothing from the Internet gets in, because ${unreached.why}`}
          .
        </p>
      )}
      {unreached?.why === null ? <UnreachedNote unreached={unreached} /> : null}
      <Idle effects={idle} direction={direction} network={network} />
      {open.length === 0 ? null : <OpenToAll services={open} />}
    </div>
  );
};

const effectKey = ({ traffic, remote }: Effect): string => traffic + JSON.stringify(remote);

type TextProps = Readonly<{ effect: Effect; direction: Direction; network: Network }>;

const EffectText = ({ effect, direction, network }: TextProps) => (
  <>
    <strong>{effect.traffic}</strong> {direction === "ingress" ? "from" : "to"}{" "}
    <RemoteName remote={effect.remote} network={network} />
    {effect.aside === "" ? "" : ` (${effect.aside})`}
  </>
);

const RemoteName = ({ remote, network }: Readonly<{ remote: Remote; network: Network }>) => {
  switch (remote.kind) {
    case "group":
      return <GroupLink groupId={remote.groupId} />;
    case "prefixList":
      return recordOf(network.prefixLists, remote.prefixListId) === undefined ? (
        remote.prefixListId
      ) : (
        <ElementLink id={remote.prefixListId} />
      );
    case "cidrIpv4":
      return remote.cidrIpv4 === ANYWHERE_IPV4 ? "anywhere" : remote.cidrIpv4;
    case "cidrIpv6":
      return remote.cidrIpv6 === ANYWHERE_IPV6 ? "anywhere" : remote.cidrIpv6;
  }
};

type IdleProps = Readonly<{ effects: readonly Effect[]; direction: Direction; network: Network }>;

/** Rules that change nothing today, by the reason. */
const Idle = ({ effects, direction, network }: IdleProps) => {
  const byReason = grouped(effects, ({ why }) => why ?? "");
  return [...byReason].map(([why, of]) => (
    <p key={why} className="pl-effects__idle">
      {why.charAt(0).toUpperCase() + why.slice(1)}, so{" "}
      {of.length === effects.length && of.length > 1 ? "these rules admit" : "this rule admits"} nobody:{" "}
      {of.map((effect, index) => (
        <Fragment key={effectKey(effect)}>
          {index === 0 ? "" : "; "}
          <EffectText effect={{ ...effect, aside: "" }} direction={direction} network={network} />
        </Fragment>
      ))}
      .
    </p>
  ));
};

const OpenToAll = ({ services }: Readonly<{ services: readonly string[] }>) => (
  <Alert type="warning">
    {services.join(" and ")} {services.length === 1 ? "is" : "are"} open to every address. Allow the addresses
    you work from only, such as My IP.
  </Alert>
);
