import type { ReactNode } from "react";

/** Facts side by side, as in the console's details: a term and what it is. */
export const Facts = ({ facts }: Readonly<{ facts: readonly (readonly [string, ReactNode])[] }>) => (
  <dl className="pl-facts">
    {facts.map(([term, value]) => (
      <div key={term}>
        <dt>{term}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);
