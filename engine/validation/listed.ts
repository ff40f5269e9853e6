const NAMED = 5;

/** "web-1, web-2 and 7 more": names in a fact, each once. */
export const listed = (names: readonly string[]): string => {
  const unique = [...new Set(names)];
  if (unique.length <= NAMED) return unique.join(", ");
  return `${unique.slice(0, NAMED).join(", ")} and ${unique.length - NAMED} more`;
};
