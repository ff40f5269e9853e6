/** `base-1`, or the next number that none of the others has. */
export const freeName = (base: string, others: readonly Readonly<{ name: string }>[]): string => {
  const taken = new Set(others.map(({ name }) => name.toLowerCase()));
  let number = 1;
  while (taken.has(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
};
