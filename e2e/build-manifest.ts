/** What Vite says about the production build: which script file imports which. */
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

type Chunk = Readonly<{
  file: string;
  isEntry?: boolean;
  imports?: readonly string[];
  dynamicImports?: readonly string[];
}>;
type Manifest = Readonly<Record<string, Chunk>>;

const DIST = new URL("../dist/", import.meta.url);

const read = (): Manifest =>
  JSON.parse(readFileSync(new URL(".vite/manifest.json", DIST), "utf8")) as Manifest;

/** The keys, and all that they import (`follow` says by which kind of import), each once. */
function closure(manifest: Manifest, keys: readonly string[], follow: (chunk: Chunk) => readonly string[]) {
  const found = new Set<string>();
  const visit = (key: string) => {
    const chunk = manifest[key];
    if (chunk === undefined || found.has(key)) return;
    found.add(key);
    follow(chunk).forEach(visit);
  };
  keys.forEach(visit);
  return found;
}

const statically = (chunk: Chunk) => chunk.imports ?? [];
const anyhow = (chunk: Chunk) => [...statically(chunk), ...(chunk.dynamicImports ?? [])];

/** Script files of the site, relative to its root: those the page starts with, and those it imports later. */
export function scriptFiles(): Readonly<{ initial: readonly string[]; lazy: readonly string[] }> {
  const manifest = read();
  const entries = Object.keys(manifest).filter((key) => manifest[key]?.isEntry);
  const initial = closure(manifest, entries, statically);
  const lazy = [...closure(manifest, entries, anyhow)].filter((key) => !initial.has(key));
  const files = (keys: Iterable<string>) => [...keys].flatMap((key) => manifest[key]?.file ?? []);
  return { initial: files(initial), lazy: files(lazy) };
}

/** Bytes of a file of the site as a server sends it, gzipped. */
export const gzippedSize = (file: string): number => gzipSync(readFileSync(new URL(file, DIST))).length;
