import Checkbox from "@cloudscape-design/components/checkbox";
import type { Command } from "../../document/command";
import { Refused } from "../parts/Refused";
import { useRefusal } from "./use-refusal";

type Props = Readonly<{ label: string; note: string; on: boolean; turn(on: boolean): Command }>;

/** Something that is on or off, in force at once. */
export const SwitchField = ({ label, note, on, turn }: Props) => {
  const { refused, run } = useRefusal();
  return (
    <div>
      <Checkbox checked={on} onChange={({ detail }) => run(turn(detail.checked))} description={note}>
        {label}
      </Checkbox>
      <Refused text={refused} />
    </div>
  );
};
