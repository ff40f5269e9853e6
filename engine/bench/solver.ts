import { init, killThreads } from "z3-solver";

/** Looks for values of the unknowns. */
export type Solver = Readonly<{
  /** Can everything that this SMT-LIB 2 text asserts be true at once? */
  isPossible(text: string): Promise<boolean>;
  /** Ends its threads, which would keep the process alive. */
  stop(): Promise<void>;
}>;

const SATISFIABLE = 1;
const UNDECIDED = 0;

/**
 * Z3, compiled to WebAssembly. Text is read on this thread and only the search runs on another: `eval_smtlib2_string` does
 * both on another one, which reads the text where this one has already put something else.
 */
export async function startSolver(): Promise<Solver> {
  const { Z3, em } = await init();
  const context = Z3.mk_context_rc(Z3.mk_config());
  return {
    async isPossible(text) {
      const solver = Z3.mk_simple_solver(context);
      Z3.solver_inc_ref(context, solver);
      Z3.solver_from_string(context, solver, text);
      const error = Z3.get_error_code(context);
      if (error !== 0) throw new Error(Z3.get_error_msg(context, error));
      const found = await Z3.solver_check(context, solver);
      Z3.solver_dec_ref(context, solver);
      if (found === UNDECIDED) throw new Error("The solver gave up");
      return found === SATISFIABLE;
    },
    stop: () => killThreads(em),
  };
}
