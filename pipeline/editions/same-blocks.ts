import type { Sentence } from "../model/edition-text.ts";
import { differences } from "./alignment.ts";

/** A part of the brief, as its sentences name it, and the words that it begins with. */
interface Part extends Pick<Sentence, "block" | "where" | "exhibit"> {
  readonly begins: string;
}

/**
 * The sentences of an edition under the names that the next one has for its parts: a table or chart whose file has another
 * name there, and that begins with the same words; and a section that stands where one under another heading stood.
 */
export function asNowNamed(old: readonly Sentence[], now: readonly Sentence[]): readonly Sentence[] {
  const names = new Map([...renamed(old, now, true), ...renamed(old, now, false)]);
  if (names.size === 0) return old;
  return old.map((each) => {
    const named = withName(each, names.get(each.block));
    return named.part === "place" ? { ...named, key: names.get(named.key)?.block ?? named.key } : named;
  });
}

function renamed(
  old: readonly Sentence[],
  now: readonly Sentence[],
  exhibit: boolean,
): readonly (readonly [block: string, part: Part])[] {
  const [was, is] = [partsOf(old, exhibit), partsOf(now, exhibit)];
  const [before, after] = [was, is].map((parts) => new Set(parts.map(({ block }) => block)));
  const gone = was.filter(({ block }) => after?.has(block) === false);
  const came = is.filter(({ block }) => before?.has(block) === false);
  if (exhibit) {
    return gone.flatMap((part) => {
      const others = came.filter(({ begins }) => begins === part.begins);
      const rivals = gone.filter(({ begins }) => begins === part.begins);
      const [other] = others;
      return other && others.length === 1 && rivals.length === 1 ? [[part.block, other] as const] : [];
    });
  }
  const stretches = differences(was, is, (a, b) => a.block === b.block);
  return stretches.flatMap((stretch) => {
    const [from, to] = [
      stretch.gone.filter((each) => gone.includes(each)),
      stretch.came.filter((each) => came.includes(each)),
    ];
    if (from.length !== to.length) return [];
    return from.flatMap((part, i) => (to[i] ? [[part.block, to[i]] as const] : []));
  });
}

function partsOf(all: readonly Sentence[], exhibit: boolean): readonly Part[] {
  const found = new Map<string, Part>();
  for (const { block, where, key, ...each } of all)
    if (each.exhibit === exhibit && !found.has(block)) found.set(block, { block, where, exhibit, begins: key });
  return [...found.values()];
}

function withName(sentence: Sentence, part: Part | undefined): Sentence {
  if (part === undefined) return sentence;
  const { fact, block, where } = sentence;
  return {
    ...sentence,
    block: part.block,
    // A cell's place is told beside its table's.
    where: where.includes(", ") && sentence.part === "cell" ? where : part.where,
    ...(fact === undefined ? {} : { fact: part.block + fact.slice(block.length) }),
  };
}
