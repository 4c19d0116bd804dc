import type { Change } from "../model/change.ts";
import type { Inline } from "../model/inline.ts";
import type { EditionChange } from "../model/edition.ts";
import type { Figure, Ledger, LedgerEntry } from "../model/figure.ts";
import type { FigureId } from "../model/id.ts";
import type { Language } from "../model/language.ts";
import { differingText } from "./change-text.ts";
import type { Definition, Furniture } from "./inlines.ts";

/** What the changes of figures are told with. */
export interface Telling {
  readonly furniture: Furniture;
  readonly language: Language;
  readonly figures: ReadonlyMap<FigureId, Figure>;
  readonly ledger: Ledger;
  /** A dataset in words. */
  readonly titleOf: (dataset: string) => string;
}

/** The words that turned round: what they were, and what they are. */
export const wordLines = (changes: readonly EditionChange[], telling: Telling): readonly Definition[] =>
  changes
    .filter(({ change }) => change === "flipped")
    .map((each) => ({ term: [telling.furniture.text(each.name)], description: fromTo(each, telling) }));

/** Changes that say the same of many figures, and are told of all of them at once. */
const LISTED: ReadonlySet<Change> = new Set(["refined", "widened", "new", "withdrawn", "shown-differently"]);

/** What became of the numbers: each by itself, or a column at once where all of its rows share it. */
export function numberLines(changes: readonly EditionChange[], telling: Telling): readonly Definition[] {
  const numbers = changes.filter(({ change }) => change !== "flipped");
  const together = grouped(numbers, (each) => groupOf(each));
  return together.map((group) => {
    const [first] = group;
    return isListed(first) ? listed(group, telling) : described(group, telling);
  });
}

/** What is told together: a dataset's figures of one kind of change; a column that is defined otherwise in one way. */
function groupOf(each: EditionChange): string {
  const { figure, change, definition } = each;
  const dataset = figure.split(".")[0] ?? "";
  if (isListed(each)) return `${change} ${dataset}`;
  const isShared = change === "redefined" || change === "shown-differently";
  return isShared ? `${change} ${columnOf(figure)} ${JSON.stringify(definition)}` : `${change} ${figure}`;
}

const isListed = ({ change, definition }: EditionChange): boolean =>
  LISTED.has(change) && (change !== "shown-differently" || definition === undefined);

type Group = readonly [EditionChange, ...EditionChange[]];

function grouped(all: readonly EditionChange[], by: (each: EditionChange) => string): readonly Group[] {
  const groups = new Map<string, [EditionChange, ...EditionChange[]]>();
  for (const each of all) {
    const group = groups.get(by(each));
    if (group) group.push(each);
    else groups.set(by(each), [each]);
  }
  return [...groups.values()];
}

/** `anso.shift` for the column of `anso.research.shift`; a single figure is its own. */
function columnOf(figure: string): string {
  const [dataset = "", ...names] = figure.split(".");
  return `${dataset}.${names.at(-1) ?? ""}`;
}

/** Figures of one dataset: a column of several rows as one, each other figure with its number. */
function listed(group: Group, telling: Telling): Definition {
  const { furniture, language, titleOf } = telling;
  const [first] = group;
  const columns = grouped(group, ({ figure }) => columnOf(figure));
  const items = columns.map((column): readonly Inline[] => {
    const [one] = column;
    const name = columnOf(one.figure).split(".")[1] ?? "";
    if (column.length > 1) return [furniture.text(`${name} (${rows(column.length, language)})`)];
    const own = one.figure.split(".").length > 2 ? one.name : name;
    const said = one.new === undefined ? was(one, telling) : is(one, telling);
    return [furniture.text(said.length > 0 ? `${own}: ` : own), ...said];
  });
  const title = titleOf(first.figure.split(".")[0] ?? "");
  return {
    term: [furniture.text(`${title}: ${language.labels[first.change as "new"]}`)],
    description: items.flatMap((item, i) => (i === 0 ? item : [furniture.text(", "), ...item])),
  };
}

/** A figure, or a column defined otherwise in one way. */
function described(group: Group, telling: Telling): Definition {
  const { furniture, language, titleOf } = telling;
  const [first] = group;
  const { labels } = language;
  const [dataset = "", column = ""] = columnOf(first.figure).split(".");
  const many = group.length > 1;
  const name = many ? `${titleOf(dataset)}, ${column} (${rows(group.length, language)})` : first.name;
  const isRevised = first.change === "revised";
  // Where a number is another, its source is left to the files: ids do not read as print.
  const defined = (first.definition ?? []).filter(({ what }) => !isRevised || what !== "source");
  const definitions = defined.map((each) => differingText(each, labels)).join("; ");
  const label = isRevised || first.change === "shown-differently" ? "" : labels[first.change as "redefined"];
  const way = [label, definitions].filter((each) => each !== "").join("; ");
  const numbers = many ? [] : fromTo(first, telling);
  const by = first.by === undefined ? "" : ` (${first.by})`;
  const between = way !== "" && numbers.length > 0 ? ": " : "";
  return {
    term: [furniture.text(name)],
    description: [
      ...(way === "" ? [] : [furniture.text(way + between)]),
      ...numbers,
      ...(by === "" ? [] : [furniture.text(by)]),
    ],
  };
}

const rows = (count: number, { charts }: Language): string =>
  (count === 1 ? charts.row : charts.rows).replace("{number}", String(count));

/** Old and new, in that order, with an arrow between them. */
function fromTo(change: EditionChange, telling: Telling): readonly Inline[] {
  const { furniture, language } = telling;
  const isUnsaid = change.change === "flipped" && change.new === undefined;
  const now = isUnsaid ? [furniture.text(language.labels.unsaid)] : is(change, telling);
  const sides = [was(change, telling), now].filter((side) => side.length > 0);
  return sides.flatMap((side, i) => (i === 0 ? side : [furniture.text(" → "), ...side]));
}

function was({ old }: EditionChange, { furniture }: Telling): readonly Inline[] {
  return old === undefined ? [] : [furniture.marked("deleted", furniture.text(old))];
}

/** What is said now is bound as it is in the text. */
function is({ figure: id, change, new: text }: EditionChange, telling: Telling): readonly Inline[] {
  if (text === undefined) return [];
  const { furniture, figures, ledger } = telling;
  const [figure, entry] = [figures.get(id), ledger.figures[id]];
  if (figure === undefined || entry === undefined) return [furniture.marked("inserted", furniture.text(text))];
  const bound = { figure: id, text, value: entry.value, class: figure.class, place: furniture.place } as const;
  return [
    furniture.marked(
      "inserted",
      change === "flipped"
        ? { kind: "word", says: saidOf(entry, text), ...bound }
        : { kind: "figure", show: "number", ...bound },
    ),
  ];
}

/** What a word of the text says of its figure. */
const saidOf = ({ shown }: LedgerEntry, word: string): string =>
  shown.find(({ kind, text }) => kind === "word" && text === word)?.says ?? "";
