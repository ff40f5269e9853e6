import { type Network, ok } from "../../../engine";
import type { Command } from "../../document/command";
import { LiveTextField } from "./LiveTextField";

type Props = Readonly<{
  id: string;
  nameIn(network: Network): string | undefined;
  rename(name: string): Command;
}>;

/** The Name tag of a thing. It may be empty. */
export const NameField = ({ id, nameIn, rename }: Props) => (
  <LiveTextField
    label="Name"
    inForce={({ network }) => nameIn(network) ?? ""}
    edit={(text) => ok(rename(text))}
    mergeKey={`${id} name`}
    placeholder="No name"
  />
);
