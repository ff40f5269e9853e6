import type { Answer, Network } from "../../../engine";
import { cureText } from "../test/cure-text";
import type { RuleTest } from "./rule-test";

/** Why a rule changed no path, from the engine's answer about a packet of it; empty where that tells nothing. */
export const reasonText = (network: Network, test: RuleTest, answer: Answer | null): string => {
  if (test.kind === "nobody") return `No network interface wears ${test.groupName}.`;
  if (answer === null) return "";
  if (answer.verdict === "partial") return "";
  if (answer.verdict === "allowed")
    return test.isAdded ? "Another rule lets this through already." : "Another rule still lets this through.";
  const [blocker] = answer.blockers;
  if (blocker === undefined) return "";
  const cure = test.isAdded ? cureText(network, blocker) : "";
  return [blocker.message, cure].filter((part) => part !== "").join(" ");
};
