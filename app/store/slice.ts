import type { Actions, State } from "./state";

/** What the store holds: the state, and the actions that lead to another. */
export type Pathlight = State & Actions;

/** How the files of actions reach the store they are part of. */
export type GetState = () => Pathlight;
export type SetState = (next: Partial<State> | ((state: State) => Partial<State>)) => void;
