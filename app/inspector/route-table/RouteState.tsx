import StatusIndicator from "@cloudscape-design/components/status-indicator";
import type { RouteStatus } from "./route-status";

/** A route's state as the console shows it. */
export const RouteState = ({ status }: Readonly<{ status: RouteStatus }>) =>
  status.state === "active" ? (
    <StatusIndicator>Active</StatusIndicator>
  ) : (
    <StatusIndicator type="error">Blackhole</StatusIndicator>
  );
