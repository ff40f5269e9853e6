import Button from "@cloudscape-design/components/button";
import Tabs from "@cloudscape-design/components/tabs";
import { type KeyboardEvent, useRef } from "react";
import type { DrawerTab } from "../store/state";
import { pathlight, usePathlight } from "../store/store";
import { PanelEdge } from "../ui/PanelEdge";
import { ChangesTab } from "./changes/ChangesTab";
import { TestTab } from "./test/TestTab";
import "./drawer.css";
import "./test/answer.css";
import "./test/test.css";
import "./test/way.css";
import "./changes/changes.css";

const setOpen = (drawerOpen: boolean): void => pathlight.getState().setPreferences({ drawerOpen });

/** The drawer is low: its tabs take no more room than they need. */
const COMPACT = { tab: { fontSize: "14px", paddingBlock: "4px" } };

const LOWEST = 160;

/** The canvas keeps at least a third of the page. */
const highest = (): number => Math.max(LOWEST, Math.round((innerHeight * 2) / 3));

const isTab = (id: string): id is DrawerTab => id === "test" || id === "changes";

const openTab = (id: string): void => {
  if (isTab(id)) pathlight.getState().setPreferences({ drawerOpen: true, drawerTab: id });
};

/** The questions and answers below the canvas: a path to test, and what the edits of this session did. */
export const Drawer = () => {
  const { drawerOpen, drawerTab, drawerHeight } = usePathlight((state) => state.preferences);
  const changes = usePathlight((state) => state.changes.length);
  const frame = useRef<HTMLElement>(null);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || event.defaultPrevented || !drawerOpen) return;
    setOpen(false);
    frame.current?.querySelector<HTMLElement>('[role="tab"]')?.focus();
  };

  return (
    <section
      ref={frame}
      className="pl-drawer"
      aria-label="Drawer"
      style={drawerOpen ? { height: drawerHeight } : undefined}
      onKeyDown={onKeyDown}
    >
      {drawerOpen && (
        <PanelEdge
          edge="top"
          label="Height of the drawer"
          size={drawerHeight}
          least={LOWEST}
          most={highest()}
          onResize={(height) => pathlight.getState().setPreferences({ drawerHeight: height })}
        />
      )}
      <Tabs
        ariaLabel="Drawer"
        disableContentPaddings
        fitHeight
        style={COMPACT}
        activeTabId={drawerOpen ? drawerTab : ""}
        onChange={({ detail }) => openTab(detail.activeTabId)}
        actions={
          <Button
            variant="icon"
            iconName={drawerOpen ? "angle-down" : "angle-up"}
            ariaLabel={drawerOpen ? "Collapse the drawer" : "Open the drawer"}
            ariaExpanded={drawerOpen}
            onClick={() => setOpen(!drawerOpen)}
          />
        }
        tabs={[
          { id: "test", label: "Test a path", content: drawerOpen && <TestTab /> },
          {
            id: "changes",
            label: changes === 0 ? "Changes" : `Changes (${changes})`,
            content: drawerOpen && <ChangesTab />,
          },
        ]}
      />
    </section>
  );
};
