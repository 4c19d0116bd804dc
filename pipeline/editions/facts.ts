import type { Sentence } from "../model/edition-text.ts";
import type { Ordered } from "./told-order.ts";
import { isReadAlike } from "./wordings.ts";

/** A sentence that says all of its spot. */
export type Fact = Sentence & { readonly fact: string };

export const hasFact = (sentence: Sentence): sentence is Fact => sentence.fact !== undefined;

/** What is said otherwise at one spot, no longer, or for the first time; and the rows and columns that change places. */
export function changedFacts(was: readonly Sentence[], is: readonly Sentence[]): readonly Ordered[] {
  const [old, now] = [factsIn(was), factsIn(is)];
  const gone = [...old.values()].filter((each) => !now.has(each.fact) && !isKept(each));
  const told = [...now.values()].flatMap((each): readonly Ordered[] => {
    const before = old.get(each.fact);
    if (before === undefined) return isKept(each) ? [] : [{ is: each }];
    return before.key === each.key || isReadAlike(before, each) ? [] : [{ was: before, is: each }];
  });
  const reordered = (["row", "column", "section"] as const).flatMap((part) => exchanged(part, old, now));
  return [...gone.map((each) => ({ was: each })), ...told, ...reordered];
}

/** Whether it is told only of what both editions have. */
const isKept = ({ part }: Fact): boolean => part === "cell" || part === "place";

const factsIn = (all: readonly Sentence[]): ReadonlyMap<string, Fact> =>
  new Map(all.filter(hasFact).map((each) => [each.fact, each]));

/** The heads of rows, columns or sections that both editions have, where they stand in another order. */
function exchanged(
  part: "row" | "column" | "section",
  old: ReadonlyMap<string, Fact>,
  now: ReadonlyMap<string, Fact>,
): readonly Ordered[] {
  const both = (all: ReadonlyMap<string, Fact>, others: ReadonlyMap<string, Fact>, block: string): readonly Fact[] =>
    [...all.values()].filter((each) => each.part === part && ownerOf(each) === block && others.has(each.fact));
  const blocks = new Set([...now.values()].filter((each) => each.part === part).map(ownerOf));
  return [...blocks].flatMap((block): readonly Ordered[] => {
    const [before, after] = [both(old, now, block), both(now, old, block)];
    const [was, is] = [before[0], after[0]];
    const isSame = before.every(({ fact }, i) => fact === after[i]?.fact);
    return isSame || !was || !is ? [] : [{ was: listOf(before, was), is: listOf(after, is) }];
  });
}

/** What a part is one of: its table, or the brief. */
const ownerOf = ({ block, part, list }: Fact): string => (part === "section" ? (list ?? block) : block);

const listOf = (all: readonly Fact[], first: Fact): Sentence => {
  const text = all.map((each) => each.alone ?? each.text).join("; ");
  const where = first.list ?? first.where;
  return { ...first, where, text, key: text, shown: text, long: text, cited: text, marks: [] };
};
