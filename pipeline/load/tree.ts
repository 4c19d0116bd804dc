import type { Written } from "../model/dataset.ts";
import type { Place } from "../model/place.ts";

/** A single value as the author typed it. */
export interface Scalar {
  readonly kind: "scalar";
  /** Its value, as text: quotes and escapes are resolved, numbers keep every digit. */
  readonly text: string;
  /** Just what stands in the file, quotes included. */
  readonly source: string;
  /** Whether it stands without quotes. */
  readonly plain: boolean;
  readonly place: Place;
}

/** A key of a map and what stands under it. */
export interface Entry {
  readonly key: Scalar;
  readonly value: Tree;
  /** Whether the key has no colon: `{ a: Road, a study }` holds a key "a study" by mistake. */
  readonly bare: boolean;
}

export interface TreeMap {
  readonly kind: "map";
  readonly entries: ReadonlyMap<string, Entry>;
  readonly place: Place;
}

export interface TreeList {
  readonly kind: "list";
  readonly items: readonly Tree[];
  readonly place: Place;
}

/** A file as read: every value with the place where the author wrote it. */
export type Tree = Scalar | TreeMap | TreeList;

/** The way to a value: keys of maps and positions in lists, from 0. */
export type Path = readonly PropertyKey[];

/** The value at a path, or undefined when there is none. */
export function nodeAt(tree: Tree, path: Path): Tree | undefined {
  let node: Tree | undefined = tree;
  for (const step of path) {
    if (node?.kind === "map") node = node.entries.get(String(step))?.value;
    else if (node?.kind === "list") node = node.items[Number(step)];
    else return undefined;
  }
  return node;
}

/** The entry of a map at a path: its key, and what stands under it. */
export function entryAt(tree: Tree, path: Path): Entry | undefined {
  const parent = nodeAt(tree, path.slice(0, -1));
  return parent?.kind === "map" ? parent.entries.get(String(path.at(-1))) : undefined;
}

/** Where a value begins, or the nearest thing that holds it. */
export function placeAt(tree: Tree, path: Path): Place {
  for (let length = path.length; length > 0; length -= 1) {
    const node = nodeAt(tree, path.slice(0, length));
    if (node !== undefined) return node.place;
  }
  return tree.place;
}

/** Where the key of a value stands; for an item of a list, where it begins. */
export const keyPlaceAt = (tree: Tree, path: Path): Place => entryAt(tree, path)?.key.place ?? placeAt(tree, path);

/** Maps and lists as plain objects and arrays, whose leaves are the scalars with their places. */
export function project(tree: Tree): unknown {
  switch (tree.kind) {
    case "scalar":
      return tree;
    case "list":
      return tree.items.map(project);
    case "map":
      return Object.fromEntries([...tree.entries].map(([key, entry]) => [key, project(entry.value)]));
  }
}

/** A scalar as the text that the author wrote, and where. */
export const written = (scalar: Scalar): Written => ({ text: scalar.text, place: scalar.place });
