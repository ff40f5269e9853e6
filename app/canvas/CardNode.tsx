import { Handle, type Node, type NodeProps, Position } from "@xyflow/react";
import { memo } from "react";
import type { Card, CardRow, Chip } from "../scene/scene";
import { pathlight } from "../store/store";
import { ResourceGlyph } from "../ui/ResourceGlyph";
import type { CardData } from "./flow-nodes";
import "./card.css";

const MOST_CHIPS = 3;

/** What stands in a subnet, with a row per network interface; a NAT gateway has one line with its addresses. */
export const CardNode = memo(({ data, selected }: NodeProps<Node<CardData, "card">>) => {
  const { card, selectedInterfaces } = data;
  return (
    <div className="pl-card" data-kind={card.kind} data-selected={selected}>
      <div className="pl-card__head">
        <ResourceGlyph kind={card.kind} tile size={card.addresses ? 24 : 28} />
        <div className="pl-card__names">
          <div className="pl-card__title">{card.title}</div>
          <div className="pl-card__subtitle">{card.subtitle}</div>
        </div>
      </div>
      <Handle
        type="source"
        id="node"
        position={Position.Right}
        isConnectable={false}
        className="pl-card__anchor"
      />
      {card.addresses && <Addresses {...card.addresses} />}
      {card.rows.map((row) => (
        <Row
          key={row.networkInterfaceId}
          card={card}
          row={row}
          selected={selectedInterfaces.includes(row.networkInterfaceId)}
        />
      ))}
    </div>
  );
});

const Addresses = ({ privateIp, publicIp }: NonNullable<Card["addresses"]>) => (
  <div className="pl-card__addresses">
    {privateIp}
    {publicIp !== null && <PublicIp address={publicIp} />}
  </div>
);

const PublicIp = ({ address }: Readonly<{ address: string }>) => (
  <span className="pl-row__public">
    <ResourceGlyph kind="internet" size={12} /> {address}
  </span>
);

type RowProps = Readonly<{ card: Card; row: CardRow; selected: boolean }>;

const Row = ({ card, row, selected }: RowProps) => (
  <div className="pl-row" style={{ top: row.rect.y, height: row.rect.height }}>
    <button
      type="button"
      className="pl-row__button"
      aria-pressed={selected}
      aria-label={rowLabel(card, row)}
      onClick={(event) => {
        event.stopPropagation();
        pathlight.getState().selectElements(row.networkInterfaceId);
      }}
    >
      <span className="pl-row__addresses">
        <span className="pl-row__private">
          <span className="pl-row__name">{nameOfRow(row)}</span> {row.privateIp}
        </span>
        {row.publicIp !== null && <PublicIp address={row.publicIp} />}
        {row.otherSubnet !== null && row.publicIp === null && (
          <span className="pl-row__public">in {row.otherSubnet}</span>
        )}
      </span>
      <Chips chips={row.chips} />
    </button>
    <Handle type="source" id={`${row.networkInterfaceId}:left`} position={Position.Left} />
    <Handle type="source" id={`${row.networkInterfaceId}:right`} position={Position.Right} />
  </div>
);

/** There are two lines: where the second one says the public address, the subnet takes the place of the name. */
const nameOfRow = ({ name, publicIp, otherSubnet }: CardRow): string =>
  otherSubnet !== null && publicIp !== null ? `in ${otherSubnet}` : name;

const Chips = ({ chips }: Readonly<{ chips: readonly Chip[] }>) => (
  <span className="pl-row__chips" aria-hidden="true">
    {chips.slice(0, MOST_CHIPS).map((chip) => (
      <span
        key={chip.groupId}
        className="pl-chip"
        style={{ "--chip": `var(--pl-group-${chip.color})` }}
        title={chip.name}
      >
        {chip.label}
      </span>
    ))}
    {chips.length > MOST_CHIPS && <span className="pl-row__more">+{chips.length - MOST_CHIPS}</span>}
  </span>
);

const rowLabel = (card: Card, row: CardRow): string =>
  [
    `Interface ${row.name} of ${card.title}`,
    row.privateIp,
    row.publicIp === null ? "" : `public ${row.publicIp}`,
    row.otherSubnet === null ? "" : `in ${row.otherSubnet}`,
    row.chips.length === 0 ? "" : `groups ${row.chips.map((chip) => chip.name).join(", ")}`,
  ]
    .filter((part) => part !== "")
    .join(", ");
