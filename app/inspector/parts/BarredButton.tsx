import Button, { type ButtonProps } from "@cloudscape-design/components/button";
import type { ReactNode } from "react";
import type { Command } from "../../document/command";
import { pathlight } from "../../store/store";
import { useBarrier } from "../fields/use-barrier";

type Props = Readonly<{
  command: Command;
  children: ReactNode;
}> &
  Pick<ButtonProps, "iconName" | "ariaLabel">;

/** A button for one command. While that would be refused, it is disabled and says why. */
export const BarredButton = ({ command, children, ...look }: Props) => (
  <Button {...look} {...useBarrier(command)} onClick={() => pathlight.getState().attempt(command)}>
    {children}
  </Button>
);
