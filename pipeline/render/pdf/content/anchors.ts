import type { BlockId } from "../../../model/id.ts";

/** The name of a spot inside the PDF, the same for every link that leads there. */
export type Anchors = (id: BlockId | string) => string;

/**
 * Names spots in the order in which they are first asked for. The names are all of one length and of digits, since
 * the file keeps them in an order that the machine's locale would otherwise decide.
 */
export function anchorNames(): Anchors {
  const names = new Map<string, string>();
  return (id) => {
    const known = names.get(id);
    if (known !== undefined) return known;
    const name = `d${String(names.size).padStart(5, "0")}`;
    names.set(id, name);
    return name;
  };
}
