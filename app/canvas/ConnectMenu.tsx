import type { Connection } from "@xyflow/react";
import { useEffect, useRef, useState } from "react";
import type { Traffic } from "../../engine";
import { sentenceOf } from "../document/refusal-sentences";
import { pathlight } from "../store/store";
import { type ConnectEnd, commandToConnect, endOfHandle, labelOfConnection } from "./connect";
import "../ui/dialog.css";

const SERVICES: readonly Readonly<{ name: string; port: number }>[] = [
  { name: "HTTP", port: 80 },
  { name: "HTTPS", port: 443 },
  { name: "SSH", port: 22 },
  { name: "RDP", port: 3389 },
  { name: "PostgreSQL", port: 5432 },
  { name: "MYSQL/Aurora", port: 3306 },
  { name: "MSSQL", port: 1433 },
];

type Props = Readonly<{ connection: Connection; onClose(): void }>;

/** After an arrow was drawn by hand: which service is to pass. Adds the rules that are missing and says so. */
export const ConnectMenu = ({ connection, onClose }: Props) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const [port, setPort] = useState("443");
  const [error, setError] = useState<string | null>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const { network } = pathlight.getState().diagram;
  const from = endOfHandle(network, connection.source, connection.sourceHandle);
  const to = endOfHandle(network, connection.target, connection.targetHandle);
  if (!from || !to) return null;

  const allow = () => {
    const traffic = trafficOf(port);
    if (!traffic) return setError("Ports run from 0 to 65535.");
    const command = commandToConnect(network, from, to, traffic);
    if (!command) return setError(whyNothingToAdd(from, to));
    const result = pathlight.getState().dispatch(command);
    if (result.ok) onClose();
    else setError(sentenceOf(result.error));
  };

  return (
    <dialog ref={dialog} className="pl-dialog" onClose={onClose} aria-labelledby="pl-connect-title">
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          allow();
        }}
      >
        <h2 id="pl-connect-title">Allow {labelOfConnection(network, from, to)}</h2>
        <p>Adds an inbound rule at the target, and an outbound rule at the source only if it needs one.</p>
        <div className="pl-services">
          {SERVICES.map((service) => (
            <button
              key={service.name}
              type="button"
              aria-pressed={port === `${service.port}`}
              onClick={() => setPort(`${service.port}`)}
            >
              {service.name}
            </button>
          ))}
        </div>
        <label className="pl-field">
          TCP port
          <input value={port} inputMode="numeric" onChange={(event) => setPort(event.target.value)} />
        </label>
        {error !== null && (
          <p className="pl-field__error" role="alert">
            {error}
          </p>
        )}
        <div className="pl-dialog__actions">
          <button type="button" className="pl-button" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" className="pl-button pl-button--primary">
            Allow
          </button>
        </div>
      </form>
    </dialog>
  );
};

const whyNothingToAdd = (from: ConnectEnd, to: ConnectEnd): string =>
  from.kind === "outside" && to.kind === "outside"
    ? "Both ends lie outside: security groups have no say between them."
    : "No security group stands in the way here: there is no rule to add.";

const trafficOf = (text: string): Traffic | null => {
  const port = Number(text);
  const valid = /^\d{1,5}$/.test(text.trim()) && port <= 65535;
  return valid ? { ipProtocol: "tcp", ports: { from: port, to: port } } : null;
};
