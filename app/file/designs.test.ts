import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { formatDesignFile } from "../document/design-file";
import { EMPTY_DIAGRAM } from "../document/diagram";
import { createPathlight } from "../store/store";
import { named } from "../store/testing";
import type { ExampleName } from "./examples";
import { keepSaved } from "./keep-saved";
import { opening } from "./open-design";
import { type MemoryStorage, memoryStorage } from "./testing";

const example = async (name: ExampleName) => formatDesignFile({ ...EMPTY_DIAGRAM, name });
const offline = async () => {
  throw new TypeError("Failed to fetch");
};

let ids = 0;
const newDesignId = () => {
  ids += 1;
  return `design-${ids}`;
};

/** One tab on a browser's storage. */
const tab = (storage: MemoryStorage, fetchExample = example) => {
  const store = createPathlight(() => {
    throw new DOMException("blocked", "SecurityError");
  });
  let last: string | null = null;
  const remember = (designId: string) => {
    last = designId;
  };
  const autosave = keepSaved({ store, storage, remember, newDesignId, now: () => Date.now() });
  const lastOpened = () => last;
  const saveToFile = vi.fn();
  const open = opening({
    store,
    storage,
    autosave,
    fetchExample,
    lastOpened,
    remember,
    newDesignId,
    saveToFile,
  });
  return {
    saveToFile,
    state: () => store.getState(),
    autosave,
    open,
    last: lastOpened,
    comeBackTo: remember,
  };
};

const names = (storage: MemoryStorage) => [...storage.designs.values()].map(({ name }) => name).sort();

let storage: MemoryStorage;
const saved = (designId: string) => storage.designs.get(designId)?.text ?? "";

beforeEach(() => {
  ids = 0;
  storage = memoryStorage();
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe("autosave", () => {
  test("keeps a change within a second, even while typing goes on", async () => {
    const { state, open } = tab(storage);
    await open.openLast();
    for (const name of ["s", "sh", "sho", "shop", "shop1", "shop12"]) {
      state().dispatch(named(name));
      await vi.advanceTimersByTimeAsync(150);
    }
    expect(saved("design-1")).toContain("shop");
    await vi.advanceTimersByTimeAsync(1000);
    expect(saved("design-1")).toContain("shop12");
    expect(state().saved).toBe("saved");
  });

  test("keeps what is typed while another design is waiting to be opened", async () => {
    let typeMeanwhile = () => {};
    const slow: MemoryStorage = {
      ...storage,
      write: (design, expected) => {
        typeMeanwhile();
        return storage.write(design, expected);
      },
    };
    const { state, open } = tab(slow);
    await open.openLast();
    state().dispatch(named("sh"));
    typeMeanwhile = () => {
      typeMeanwhile = () => {};
      state().dispatch(named("shop"));
    };
    await open.newDesign();
    expect(state().designId).toBe("design-2");
    expect(saved("design-1")).toContain("shop");
  });

  test("keeps drafts beside the design", async () => {
    const { state, open } = tab(storage);
    await open.newDesign();
    state().dispatch(named("shop"));
    state().setDraft({ draftId: "d", groupId: "sg-1", ports: "80-" } as never);
    expect(state().saved).toBe("saving");
    await vi.advanceTimersByTimeAsync(1000);
    expect(saved("design-1")).toContain("80-");
  });

  test("says that it failed, once, and goes on trying", async () => {
    const { state, open } = tab(storage);
    await open.openLast();
    storage.breakDown(true);
    state().dispatch(named("s"));
    await vi.advanceTimersByTimeAsync(1000);
    expect(state().saved).toBe("failed");
    expect(state().notice?.text).toContain("Save the design to a file");
    state().dismissNotice();
    state().dispatch(named("sh"));
    await vi.advanceTimersByTimeAsync(1000);
    expect(state().notice).toBeNull();
    storage.breakDown(false);
    state().dispatch(named("shop"));
    await vi.advanceTimersByTimeAsync(1000);
    expect(state().saved).toBe("saved");
    expect(saved("design-1")).toContain("shop");
  });

  test("never overwrites what another tab has saved: it goes on as a copy and says so", async () => {
    const first = tab(storage);
    await first.open.newDesign();
    await first.autosave.flush();
    const second = tab(storage);
    await second.open.openStored("design-1");
    first.state().dispatch(named("mine"));
    await first.autosave.flush();
    second.state().dispatch(named("yours"));
    await second.autosave.flush();
    expect(saved("design-1")).toContain("mine");
    expect(saved("design-2")).toContain("yours");
    expect(second.state()).toMatchObject({ designId: "design-2", saved: "saved" });
    expect(second.state().diagram.name).toBe("Untitled design (copy)");
    expect(second.state().notice?.text).toContain("another tab");
    second.state().undo();
    await second.autosave.flush();
    expect(storage.designs.size).toBe(2);
  });
});

describe("the first screen", () => {
  test("is the example, which is not kept until it is changed", async () => {
    const { state, open } = tab(storage);
    await open.openLast();
    await vi.advanceTimersByTimeAsync(1000);
    expect(state().diagram.name).toBe("three-tiers");
    expect(storage.designs.size).toBe(0);
  });

  test("is what was open last", async () => {
    const before = tab(storage);
    await before.open.openExample("web-server");
    await before.autosave.flush();
    const after = tab(storage);
    after.comeBackTo(before.last() ?? "");
    await after.open.openLast();
    expect(after.state().diagram.name).toBe("web-server");
    after.state().dispatch(named("shop"));
    await after.autosave.flush();
    expect(storage.designs.size).toBe(1);
  });

  test("is an empty design with a word about it where even the example fails", async () => {
    storage.breakDown(true);
    const { state, open } = tab(storage, offline);
    await open.openLast();
    expect(state().diagram).toBe(EMPTY_DIAGRAM);
    expect(state().notice?.tone).toBe("error");
  });

  test("leaves a stored design that cannot be read as it is", async () => {
    const damaged = { designId: "old", name: "Old", savedAt: 1, revision: 3, text: "{" };
    storage.designs.set("old", damaged);
    const { state, open, autosave } = tab(storage);
    await open.openLast();
    expect(state().notice?.text).toContain('"Old" cannot be read');
    state().dispatch(named("shop"));
    await autosave.flush();
    expect(storage.designs.get("old")).toBe(damaged);
    expect(storage.designs.size).toBe(2);
  });
});

describe("opening", () => {
  test("saves the old design first", async () => {
    const { state, open } = tab(storage);
    await open.newDesign();
    state().dispatch(named("shop"));
    await open.openExample("database-group");
    await vi.advanceTimersByTimeAsync(1000);
    expect(saved("design-1")).toContain("shop");
    expect(names(storage)).toEqual(["Untitled design", "database-group"]);
  });

  test("hands over as a file what the browser cannot keep", async () => {
    const { state, open, saveToFile } = tab(storage);
    await open.openLast();
    storage.breakDown(true);
    state().dispatch(named("shop"));
    await open.newDesign();
    expect(saveToFile).toHaveBeenCalledOnce();
    expect(state().diagram).toBe(EMPTY_DIAGRAM);
    expect(state().notice?.text).toContain("saved as a file");
  });

  test("a damaged file changes nothing and says where it is damaged", async () => {
    const { state, open } = tab(storage);
    await open.newDesign();
    const { diagram, designId } = state();
    await open.openText('{"format": 7}', "shop.pathlight.json");
    expect(state()).toMatchObject({ designId });
    expect(state().diagram).toBe(diagram);
    expect(state().notice?.text).toMatch(
      /^shop\.pathlight\.json cannot be opened; nothing has changed\. [A-Z].+\.$/,
    );
  });

  test("takes away what was said about the design before", async () => {
    const { state, open } = tab(storage);
    await open.newDesign();
    await open.openText("{", "shop.pathlight.json");
    await open.openExample("web-server");
    expect(state().notice).toBeNull();
  });

  test("an example that cannot be fetched says so", async () => {
    const { state, open } = tab(storage, offline);
    await open.newDesign();
    await open.openExample("web-server");
    expect(state().notice?.text).toContain("could not be loaded");
  });
});
