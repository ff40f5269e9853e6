import type { TabsProps } from "@cloudscape-design/components/tabs";

/** Several tabs side by side in a narrow pane; in the narrowest the word "rules" is only heard. */
export const NARROW_TABS: TabsProps.Style = { tab: { fontSize: "14px", paddingInline: "2px" } };
