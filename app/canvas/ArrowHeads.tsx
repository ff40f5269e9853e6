const KINDS = ["full", "thin", "closed"] as const;

/** The arrowheads that lines refer to by name. */
export const ArrowHeads = () => (
  <svg width="0" height="0" aria-hidden="true" className="pl-visually-hidden">
    <defs>
      {KINDS.map((kind) => (
        <marker
          key={kind}
          id={`pl-head-${kind}`}
          className={`pl-head pl-head--${kind}`}
          viewBox="0 0 10 10"
          refX="9"
          refY="5"
          markerWidth="12"
          markerHeight="12"
          markerUnits="userSpaceOnUse"
          orient="auto"
        >
          <path d="M0 0 10 5 0 10z" />
        </marker>
      ))}
    </defs>
  </svg>
);
