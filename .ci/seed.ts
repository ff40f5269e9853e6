import fc from "fast-check";

/**
 * Random tests draw the same cases in every run, so that a change is judged by what it does. `SEED=n npm run unit` draws
 * others: what such a run finds becomes a case of its own before it is mended.
 */
fc.configureGlobal({ seed: Number(process.env.SEED ?? 20_261_121) });
