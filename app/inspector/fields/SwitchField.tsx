import Checkbox from "@cloudscape-design/components/checkbox";
import type { Command } from "../../document/command";
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
      {refused === undefined ? null : (
        <p className="pl-fault" role="alert">
          {refused}
        </p>
      )}
    </div>
  );
};
