import type { InputProps } from "@cloudscape-design/components/input";

/**
 * Text fields in rows: less room beside the text than Cloudscape leaves, so that "8000-8080" fits its column. What is locked
 * stays readable: in a rule it says as much as what is not.
 */
export const COMPACT = {
  root: { paddingInline: "7px", fontSize: "13px", color: { disabled: "var(--pl-text-muted)" } },
  placeholder: { fontSize: "12px" },
} satisfies InputProps.Style;
