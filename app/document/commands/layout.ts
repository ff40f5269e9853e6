import { ok, refuse } from "../../../engine";
import { type Command, commandOf } from "../command";
import { INTERNET_PLACE, type Place } from "../diagram";
import { findElement, nameOf } from "../find";
import { placedAt } from "../places";

type Places = Readonly<Record<string, Place>>;

/** Puts things where they were dragged, or where Arrange wants them. One step. */
export const placeNodes = (places: Places, label?: string, mergeKey?: string): Command => {
  const ids = Object.keys(places);
  const [first = ""] = ids;
  return commandOf(
    (network) => label ?? `Move ${ids.length === 1 ? nameOf(network, first) : `${ids.length} things`}`,
    (diagram) => {
      const unknown = ids.find((id) => id !== INTERNET_PLACE && findElement(diagram.network, id) === null);
      if (unknown !== undefined) return refuse("elementNotFound", { id: unknown });
      const { layout } = diagram;
      return ok({ ...diagram, layout: { ...layout, places: { ...layout.places, ...places } } });
    },
    mergeKey,
  );
};

/** The Internet is always there; this shows its node. */
export const showInternet = (place: Place): Command =>
  commandOf("Add the Internet", (diagram) => ok(placedAt(diagram, INTERNET_PLACE, place)));

export const renameDesign = (name: string, mergeKey?: string): Command =>
  commandOf(
    `Rename design to ${name}`,
    (diagram) => (name.trim() === "" ? refuse("nameMissing") : ok({ ...diagram, name })),
    mergeKey,
  );
