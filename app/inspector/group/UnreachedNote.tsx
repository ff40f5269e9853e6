import Button from "@cloudscape-design/components/button";
import { useEffect, useState } from "react";
import { INTERNET, type SecurityGroup } from "../../../engine";
import type { TestForm } from "../../store/state";
import { pathlight, usePathlight } from "../../store/store";
import { type Unreached, unreachedByInternet } from "./unreached";

/** What the Internet lacks to get in; what was last known while the engine is at work. */
export const useUnreached = (group: SecurityGroup): Unreached | null => {
  const network = usePathlight(({ diagram }) => diagram.network);
  const analysis = usePathlight((state) => state.analysis);
  const [known, setKnown] = useState<Unreached | null>(null);
  useEffect(() => {
    if (analysis.network === network) setKnown(unreachedByInternet(network, group, analysis));
  }, [network, group, analysis]);
  return known;
};

/** The rule's first packet, where it has one with a port. */
const packetOf = ({ rule: { traffic } }: Unreached): Partial<TestForm> =>
  "ports" in traffic
    ? { type: "custom", protocol: traffic.ipProtocol, port: `${traffic.ports.from}`, client: "" }
    : {};

const testPath = (unreached: Unreached): void => {
  const { setTestForm, setPreferences } = pathlight.getState();
  setTestForm({ from: INTERNET, to: unreached.memberId, ...packetOf(unreached) });
  setPreferences({ drawerOpen: true, drawerTab: "test" });
};

/** Where nothing in the form says why: the way to the answer. */
export const UnreachedNote = ({ unreached }: Readonly<{ unreached: Unreached }>) => (
  <p className="pl-effects__idle">
    Nothing from the Internet gets in by these rules yet.{" "}
    <Button variant="inline-link" onClick={() => testPath(unreached)}>
      Test the path to see why
    </Button>
  </p>
);
