import type { ReactNode } from "react";

type Props = Readonly<{ sign: ReactNode; children: ReactNode }>;

/** A sign of the drawing, and what it means. */
export const LegendEntry = ({ sign, children }: Props) => (
  <li>
    <span className="pl-legend__sign" aria-hidden="true">
      {sign}
    </span>
    {children}
  </li>
);
