const ENDING = ".pathlight.json";

/** A name that every file system takes: the design's, without what Windows refuses. */
export const fileNameOf = (designName: string): string => {
  const name = designName
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, "-")
    .replace(/^[\s.-]+|[\s.-]+$/g, "")
    .slice(0, 100);
  return `${name === "" ? "design" : name}${ENDING}`;
};

/** Hands a text to the user as a file, where the browser puts downloads. */
export const download = (name: string, text: string): void => {
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the address after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
};
