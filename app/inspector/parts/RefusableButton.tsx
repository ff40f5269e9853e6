import Button, { type ButtonProps } from "@cloudscape-design/components/button";
import type { ReactNode } from "react";
import type { Command } from "../../document/command";
import { useRefusal } from "../fields/use-refusal";
import { Refused } from "./Refused";

type Props = Readonly<{
  command(): Command;
  children: ReactNode;
  iconName?: ButtonProps["iconName"];
  /** Called once the command was taken. */
  onDone?(): void;
}>;

/** A button whose refusal is said below it. */
export const RefusableButton = ({ command, children, iconName, onDone }: Props) => {
  const { refused, run } = useRefusal();
  return (
    <div>
      <Button
        {...(iconName === undefined ? {} : { iconName })}
        onClick={() => {
          if (run(command())) onDone?.();
        }}
      >
        {children}
      </Button>
      <Refused text={refused} />
    </div>
  );
};
