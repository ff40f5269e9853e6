/** What adding from the palette has in common, whether by key or by drop. */
import { pathlight } from "../store/store";
import type { Addition } from "./adding";
import { askForVpc, type NewVpcAnswer } from "./new-vpc-question";
import type { Addable } from "./palette-items";

const PLAIN: NewVpcAnswer = { shape: null, named: null };

/** What a new VPC is to be made with, which the user is asked; null when nothing is to be made after all. */
export const shapeFor = async (resource: Addable): Promise<NewVpcAnswer | null> =>
  resource === "vpc" ? askForVpc() : PLAIN;

/** Adds and selects, or says what is missing. */
export const carryOut = (addition: Addition): void => {
  const { attempt, say, selectElements } = pathlight.getState();
  if (!addition.ok) say("refusal", addition.error);
  else if (attempt(addition.value.command)) selectElements(addition.value.id);
};
