import type { ReactNode } from "react";

type Props = Readonly<{ title: string; note?: string | undefined; actions?: ReactNode; children: ReactNode }>;

/** A titled part of the inspector. */
export const Section = ({ title, note, actions, children }: Props) => (
  <section className="pl-section">
    <div className="pl-section__head">
      <h3>{title}</h3>
      {actions}
    </div>
    {note === undefined ? null : <p className="pl-section__note">{note}</p>}
    {children}
  </section>
);
