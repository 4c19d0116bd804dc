import { error, type Problem } from "../model/problem.ts";
import type { Entry, Scalar, Tree } from "./tree.ts";

const HEAD = /^[-+]?\d+$/;
const TAIL = /^\d+(?:\.\d+)?$/;
/** What stands before and after the commas of a number that is written in groups. */
const FIRST = /^[-+]?\d{1,3}$/;
const GROUP = /^\d{3}(?:\.\d+)?$/;

/**
 * Joins the numbers that a comma inside `{ … }` cut in two, each with a problem: `{ number: 50,600 }` is read by YAML
 * as number 50 and a key 600.
 */
export function joinSplitPairs(pairs: readonly Entry[], problems: Problem[]): readonly Entry[] {
  const whole: Entry[] = [];
  for (let i = 0; i < pairs.length;) {
    const pair = pairs[i];
    if (pair === undefined) break;
    const parts = isHead(pair.value) ? [pair.value] : [];
    let next = i + 1;
    for (; parts.length > 0 && isTail(pairs[next]); next += 1) parts.push(...keysOf(pairs[next]));
    whole.push(parts.length > 1 ? { ...pair, value: join(parts, "{ … }", problems) } : pair);
    i = next;
  }
  return whole;
}

/** Joins the numbers that a comma inside `[ … ]` cut in two: `[South Korea, 50,600]` has three items for YAML. */
export function joinSplitItems(items: readonly Tree[], problems: Problem[]): readonly Tree[] {
  const mixed = items.some((item) => item.kind !== "scalar" || !(item.plain && TAIL.test(item.text)));
  const whole: Tree[] = [];
  for (let i = 0; i < items.length;) {
    const item = items[i];
    if (item === undefined) break;
    const parts = isHead(item) && FIRST.test(item.text) ? [item] : [];
    let next = i + 1;
    for (; parts.length > 0; next += 1) {
      const [last, more] = [parts.at(-1), items[next]];
      if (more?.kind !== "scalar" || !more.plain || !GROUP.test(more.text)) break;
      // With a space after the comma a list of numbers is what it looks like; among words it is a cut number.
      if (!mixed && !touches(last, more)) break;
      parts.push(more);
    }
    whole.push(parts.length > 1 ? join(parts, "[ … ]", problems) : item);
    i = next;
  }
  return whole;
}

const isHead = (tree: Tree): tree is Scalar => tree.kind === "scalar" && tree.plain && HEAD.test(tree.text);
const isTail = (pair: Entry | undefined): boolean => pair?.bare === true && pair.key.plain && TAIL.test(pair.key.text);
const keysOf = (pair: Entry | undefined): readonly Scalar[] => (pair === undefined ? [] : [pair.key]);

const touches = (a: Scalar | undefined, b: Scalar): boolean =>
  a !== undefined && a.place.line === b.place.line && a.place.column + a.source.length + 1 === b.place.column;

function join(parts: readonly Scalar[], where: string, problems: Problem[]): Scalar {
  const [first, ...rest] = parts;
  const last = parts.at(-1);
  if (first === undefined || last === undefined) throw new RangeError("a number has no parts");
  const decimal = rest.length === 1 && !/^\d{2,3}(?:\.\d+)?$/.test(last.text) && !last.text.includes(".");
  const text = decimal ? `${first.text}.${last.text}` : parts.map((part) => part.text).join("");
  const oneLine = first.place.line === last.place.line;
  const length = oneLine ? last.place.column + last.source.length - first.place.column : first.source.length;
  const place = { ...first.place, length };
  const typed = parts.map((part) => part.text).join(touches(first, rest[0] ?? last) ? "," : ", ");
  const message = `A comma inside ${where} parts its items, so YAML cuts "${typed}" into ${parts.map((part) => part.text).join(" and ")}`;
  problems.push(error("yaml/split-number", place, message, { hint: `write ${text}` }));
  return { kind: "scalar", text, source: text, plain: true, place };
}
