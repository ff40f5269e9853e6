/**
 * Advance widths of Open Sans Bold at 12 px, in tenths of a pixel: the characters that have each width. Measured once, so
 * that a scene is the same without a browser. Regular text is never wider.
 */
const CHARACTERS: Readonly<Record<number, string>> = {
  31: " ",
  32: "'",
  34: "!,.:;·",
  37: "ijl",
  39: "-",
  40: "IJ[]",
  41: "()",
  43: "`",
  46: "f",
  47: "{}",
  49: "_",
  50: "/\\",
  52: "t",
  54: "r",
  57: '"?',
  59: "z",
  60: "s–",
  62: "c",
  65: "*",
  66: "FS|",
  67: "E",
  68: "Lgvy",
  69: "0123456789$+<=>^~TZx×",
  71: "e",
  72: "a",
  74: "ko",
  75: "PY",
  76: "Cbdpq",
  78: "#V",
  79: "Rhnu",
  80: "KX",
  81: "B",
  83: "A",
  87: "G",
  89: "D",
  90: "&",
  91: "U",
  92: "H",
  96: "OQ",
  98: "N",
  103: "w…",
  108: "%@",
  113: "M",
  116: "W",
  118: "m",
};

/** What any other letter is taken for: as wide as the widest scripts are. */
const OTHER = 12;

const WIDTHS: ReadonlyMap<string, number> = new Map(
  Object.entries(CHARACTERS).flatMap(([tenths, characters]) =>
    [...characters].map((character) => [character, Number(tenths) / 10] as const),
  ),
);

/** Width of a line of bold Open Sans at this size, rounded up to a whole pixel. Accents count as their base letter. */
export const textWidth = (text: string, fontSize = 12): number => {
  let width = 0;
  for (const character of text.normalize("NFD").replace(/\p{M}/gu, ""))
    width += WIDTHS.get(character) ?? OTHER;
  return Math.ceil((width * fontSize) / 12);
};
