import Button from "@cloudscape-design/components/button";
import { useState } from "react";
import { fail, ok, type Result } from "../../../engine";
import type { Command } from "../../document/command";
import type { Diagram } from "../../document/diagram";
import { pathlight, usePathlight } from "../../store/store";
import { readCidrText } from "../rules/cidr-fault";
import { LiveTextField } from "./LiveTextField";

type Props = Readonly<{
  /** What one of them is called: "CIDR". */
  noun: string;
  inForce(diagram: Diagram): readonly string[];
  /** What puts this list in place of the old one. */
  change(cidrs: readonly string[]): Command;
  mergeKey: string;
  /** At least so many stay: the last ones cannot be removed. */
  least?: number;
  placeholder?: string;
}>;

const none: readonly string[] = [];

const replaced = (list: readonly string[], index: number, cidr: string): readonly string[] =>
  index < list.length ? list.map((each, at) => (at === index ? cidr : each)) : [...list, cidr];

/** CIDRs, one a line, edited live. A line that was added is in force once it says a CIDR. */
export const CidrListField = ({
  noun,
  inForce,
  change,
  mergeKey,
  least = 0,
  placeholder = "10.0.0.0/16",
}: Props) => {
  const cidrs = usePathlight(({ diagram }) => inForce(diagram) ?? none);
  // The length at which a line was added: once the list has grown by it, the line is an entry like the others.
  const [addedAt, setAddedAt] = useState<number | null>(null);
  const shown = addedAt === cidrs.length ? cidrs.length + 1 : cidrs.length;
  const edit = (index: number, text: string): Result<Command, string> => {
    const cidr = readCidrText(text);
    return cidr.ok ? ok(change(replaced(cidrs, index, cidr.value))) : fail(cidr.error.text);
  };
  const remove = (index: number): void => {
    setAddedAt(null);
    if (index < cidrs.length) pathlight.getState().attempt(change(cidrs.filter((_, at) => at !== index)));
  };
  return (
    <div className="pl-lines">
      {Array.from({ length: shown }, (_, index) => (
        // A line's place is what it is: a new one becomes the list's next entry while it has the focus.
        <div className="pl-line" key={index}>
          <LiveTextField
            label={`${noun} ${index + 1}`}
            labelSeen={false}
            inForce={(diagram) => inForce(diagram)[index] ?? ""}
            edit={(text) => edit(index, text)}
            mergeKey={`${mergeKey} ${index}`}
            placeholder={placeholder}
          />
          {shown > least ? (
            <Button
              variant="icon"
              iconName="close"
              ariaLabel={`Remove ${noun} ${index + 1}`}
              onClick={() => remove(index)}
            />
          ) : null}
        </div>
      ))}
      <Button iconName="add-plus" onClick={() => setAddedAt(cidrs.length)} disabled={shown > cidrs.length}>
        Add {noun}
      </Button>
    </div>
  );
};
