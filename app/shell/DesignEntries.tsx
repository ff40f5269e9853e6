import { useEffect, useState } from "react";
import {
  type DesignEntry,
  EXAMPLES,
  newDesign,
  openExample,
  openFileDialog,
  openRecent,
  recentDesigns,
  saveDesignFile,
} from "../file/file-menu";
import { usePathlight } from "../store/store";

const MOST_RECENT = 6;

/** New, open, save, examples, and the designs kept in this browser. */
export const DesignEntries = ({ close }: Readonly<{ close: () => void }>) => {
  const then = (act: () => unknown) => () => {
    close();
    act();
  };
  return (
    <>
      <button type="button" onClick={then(newDesign)}>
        New design
      </button>
      <button type="button" onClick={then(openFileDialog)}>
        Open a file …
      </button>
      <button type="button" onClick={then(saveDesignFile)}>
        Save as a file
      </button>
      <hr />
      <h3>Examples</h3>
      {EXAMPLES.map(({ name, title, about }) => (
        <button key={name} type="button" onClick={then(() => openExample(name))}>
          {title}
          <small>{about}</small>
        </button>
      ))}
      <Recent then={then} />
    </>
  );
};

const Recent = ({ then }: Readonly<{ then(act: () => unknown): () => void }>) => {
  const openId = usePathlight((state) => state.designId);
  const [entries, setEntries] = useState<readonly DesignEntry[]>([]);
  useEffect(() => {
    recentDesigns().then(setEntries);
  }, []);
  const others = entries.filter(({ designId }) => designId !== openId).slice(0, MOST_RECENT);
  if (others.length === 0) return null;
  return (
    <>
      <hr />
      <h3>In this browser</h3>
      {others.map(({ designId, name, savedAt }) => (
        <button key={designId} type="button" onClick={then(() => openRecent(designId))}>
          {name}
          <small>{new Date(savedAt).toLocaleString("en", { dateStyle: "medium", timeStyle: "short" })}</small>
        </button>
      ))}
    </>
  );
};
