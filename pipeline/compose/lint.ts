import type { ExemptRule } from "../model/brief.ts";
import type { Place } from "../model/place.ts";
import { error } from "../model/problem.ts";
import { looseIn, type Loose } from "./loose.ts";
import type { Workshop } from "./workshop.ts";

/** Where a text stands, as far as that makes its comparatives tell of a number: "more" after one, and beside a key figure. */
export type Beside = "number" | "keyFigure" | undefined;

/** Reports every number and word of direction in an author's text that is bound to nothing; keeps what a rule lets pass. */
export function lint(
  text: string,
  place: (at: number, length: number) => Place,
  workshop: Workshop,
  beside?: Beside,
): void {
  const { loose, comparing, passed } = looseIn(text, workshop.exemptions);
  const found = [...loose, ...comparing.filter(({ at }) => tells(text.slice(0, at), beside))];
  // The lists of words are of the brief's own language; digits are of every one.
  const told = workshop.tongue === undefined ? found : found.filter((each) => /\p{N}/u.test(each.text));
  for (const each of told.toSorted((a, b) => a.at - b.at))
    workshop.problems.push(problemOf(each, place(each.at, each.text.length)));
  for (const { text: words, at, rule } of passed)
    workshop.exempt.push({ text: words.replace(/\s+/g, " "), place: place(at, words.length), rule });
}

const TYPED: ReadonlySet<Loose["kind"]> = new Set(["number", "date", "measure"]);

/** Reports every number that is typed into a text of a helper, whose words are bound and whose numbers are not. */
export function lintNumbers(text: string | undefined, place: Place, { exemptions, problems, exempt }: Workshop): void {
  if (text === undefined) return;
  const { loose, passed } = looseIn(text, exemptions);
  for (const each of loose) if (TYPED.has(each.kind)) problems.push(problemOf(each, place));
  for (const { text: words, rule } of passed) exempt.push({ text: words.replace(/\s+/g, " "), place, rule });
}

const tells = (before: string, beside: Beside): boolean =>
  beside === "keyFigure" || (beside === "number" && before.trim() === "");

function problemOf({ text, kind }: Loose, place: Place): ReturnType<typeof error> {
  const words = text.replace(/\s+/g, " ");
  switch (kind) {
    case "date":
      return error("prose/unbound-number", place, `"${words}" is bound to nothing`, {
        hint: "list it under dates in brief.yaml, if it is a date that the brief may state",
      });
    case "measure":
      return error(
        "prose/unbound-number",
        place,
        `"${words}" counts or measures something here, and is bound to nothing`,
        {
          hint: "give the number a place in a dataset and print it with {{figure …}}; if it is a year, put a comma behind it or write it otherwise, or list the words that hold it under names",
        },
      );
    case "number":
      return error("prose/unbound-number", place, `"${words}" is bound to nothing`, {
        hint: "give the number a place in a dataset and print it with {{figure …}}; or list the name that holds it under names",
      });
    case "direction":
      return error("prose/unbound-word", place, `"${words}" says a direction, and is bound to nothing`, {
        hint: 'write {{move ID up="rose" down="fell"}} or {{says "…" ID CONDITION}}; words that say nothing of a figure go under idioms in brief.yaml',
      });
    case "comparative":
      return error("prose/unbound-word", place, `"${words}" compares a number, and is bound to nothing`, {
        hint: 'write {{move ID up="more" down="less"}}, in a label as {{#key ID}}{{move ID up="more" down="less"}} …{{/key}}; words that compare no figures go under idioms in brief.yaml',
      });
    case "comparison":
      return error("prose/unbound-word", place, `"${words}" compares, and is bound to nothing`, {
        hint: 'write {{says "the largest" ID "rank 1"}} or {{says "more than" ID "> OTHER"}}; words that compare no figures go under idioms in brief.yaml',
      });
  }
}

/** Notes that a text of the data's own, an item of a list or a text cell, holds a number or a word of direction. */
export function passItem(text: string, place: Place, workshop: Workshop): void {
  const { loose } = looseIn(text, workshop.exemptions);
  const rule: ExemptRule = "item";
  if (loose.length > 0) workshop.exempt.push({ text, place, rule });
}
