import type { ExampleName } from "./examples";

/** The text of an example's design file. Rejects where it cannot be fetched. */
export const fetchExample = async (name: ExampleName): Promise<string> => {
  const response = await fetch(`${import.meta.env.BASE_URL}examples/${name}.pathlight.json`);
  if (!response.ok) throw new Error(`The example answered ${response.status}`);
  return response.text();
};
