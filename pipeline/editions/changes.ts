import { diffLedgers, type FigureDiff, type Side } from "../ledger/diff.ts";
import type { Revision } from "../ledger/compare.ts";
import type { Flip } from "../ledger/shows.ts";
import type { Change, Differing } from "../model/change.ts";
import type { EditionChange } from "../model/edition.ts";
import { FLAG_LETTERS, FLAGS, type Ledger, type Shown } from "../model/figure.ts";
import { formatNumber } from "../model/format.ts";
import type { FigureId } from "../model/id.ts";
import type { Language } from "../model/language.ts";
import { withUnit } from "../model/unit-words.ts";
import type { Unit } from "../model/unit.ts";
import { decimalsOf, measureOf, valueText, toldSides, signOf, type Said, type Sides } from "./signs.ts";
import { absolute, compare, equal, ONE, parseRational, subtract, type Rational } from "../model/rational.ts";

/** What the figures of an edition say otherwise than those of the one before it. */
export interface FigureChanges {
  readonly changes: readonly EditionChange[];
  /** Whether a bound word turns round, or a figure that was shown leaves its interval. */
  readonly substantial: boolean;
}

/** How figures are spoken of: by what name, and in which language. */
export interface Speech {
  readonly nameOf: (figure: string) => string;
  readonly language: Language;
}

/** The order in which a reader is told. What a text shows otherwise is told by its sentences; tables and charts have none. */
const TOLD: readonly Change[] = [
  "flipped",
  "revised",
  "became-gap",
  "became-number",
  "gap-changed",
  "refined",
  "widened",
  "redefined",
  "new",
  "withdrawn",
  "shown-differently",
];

/** What one ledger says otherwise than another to whoever reads the brief: of figures that one of the editions shows. */
export function figureChanges(old: Ledger, now: Ledger, speech: Speech): FigureChanges {
  const figures = diffLedgers(old, now).figures.filter(({ id }) => isShown(id, old) || isShown(id, now));
  const changes = figures.flatMap((figure) =>
    figure.change === "shown-differently" ? shownOtherwise(figure, speech) : told(figure, old, now, speech),
  );
  return {
    changes: TOLD.flatMap((change) => changes.filter((each) => each.change === change)),
    substantial: figures.some((figure) => turned(figure).length > 0 || (isPrinted(figure.id, old) && isMoved(figure))),
  };
}

function told(diff: FigureDiff, old: Ledger, now: Ledger, speech: Speech): readonly EditionChange[] {
  const { id } = diff;
  const definition = [...(diff.definition ?? []), ...aboutNumber(diff, speech.language)];
  const named = { figure: id as FigureId, name: speech.nameOf(id) };
  const flips = turned(diff).map(({ old: word, new: other }): EditionChange => ({
    ...named,
    change: "flipped",
    old: word,
    ...(other === undefined ? {} : { new: other }),
  }));
  const change = besidesFlips(diff);
  if (!TOLD.includes(change) || (isOfEnds(diff) && definition.length === 0)) return flips;
  const { was, is } = toldSides(saidOf(diff, old, now, speech.language), diff, speech.language);
  const isOther = change === "revised" || change === "redefined";
  const by = isOther && diff.by && byText(diff.by, diff, speech.language);
  return [
    ...flips,
    {
      ...named,
      change,
      ...(was === undefined ? {} : { old: was }),
      ...(is === undefined ? {} : { new: is }),
      ...(by ? { by } : {}),
      ...(definition.length === 0 ? {} : { definition }),
    },
  ];
}

/**
 * Whether all that differs are the ends of an interval that is as wide as before: which of them belong to it, or where
 * they lie. No one reads that of a number.
 */
function isOfEnds({ number, old, new: now }: FigureDiff): boolean {
  if (number !== "refined" && number !== "widened") return false;
  if (!old || !now || old.absence !== undefined || now.absence !== undefined) return false;
  const [before, after] = [widthOf(old), widthOf(now)];
  return number === "refined" ? compare(after, before) === 0 : compare(after, before) <= 0;
}

const widthOf = ({ interval: [lo, hi] }: Side & { readonly absence?: never }): Rational =>
  subtract(parseRational(hi), parseRational(lo));

/** A number that a table prints otherwise than before; that it has come or gone is told of its row or column. */
function shownOtherwise(diff: FigureDiff, speech: Speech): readonly EditionChange[] {
  const { id, shows } = diff;
  const { gone = [], added = [] } = shows ?? {};
  const named = { figure: id as FigureId, name: speech.nameOf(id), change: "shown-differently" } as const;
  const definition = aboutNumber(diff, speech.language);
  const tables = new Set(
    gone.flatMap(({ where, kind }) => (kind !== "word" && where.startsWith("table-") ? [where] : [])),
  );
  const textOf = (all: readonly Shown[]): string =>
    [...new Set(all.flatMap(({ where, kind, text }) => (kind !== "word" && tables.has(where) ? [text] : [])))].join(
      ", ",
    );
  const [old, now] = [textOf(gone), textOf(added)];
  return [
    ...(definition.length > 0 ? [{ ...named, definition }] : []),
    ...(old !== "" && now !== "" ? [{ ...named, old, new: now }] : []),
  ];
}

/** What is said of a number: its sources, by their ids, and its flags, in words; where they are others. */
function aboutNumber({ shows }: FigureDiff, { labels }: Language): readonly Differing[] {
  const [oldFlags = "", nowFlags = ""] = (shows?.flags ?? []).map((letters) => flagsOf(letters, labels));
  const [old = "", now = ""] = (shows?.sources ?? []).map((ids) => ids.join(", "));
  const differing = (what: "flags" | "source", was: string, is: string): readonly Differing[] =>
    was === is ? [] : [{ what, ...(was === "" ? {} : { old: was }), ...(is === "" ? {} : { new: is }) }];
  return [...differing("flags", oldFlags, nowFlags), ...differing("source", old, now)];
}

const flagsOf = (letters: string, labels: Language["labels"]): string =>
  FLAGS.filter((flag) => letters.includes(FLAG_LETTERS[flag]))
    .map((flag) => labels[flag])
    .join(", ");

/** The words of a figure that say something else; those that turn alike are told once. */
function turned({ shows }: FigureDiff): readonly Flip[] {
  const known = new Map<string, Flip>();
  for (const flip of shows?.flips ?? []) {
    const way = (flip.says ?? [flip.old, flip.new]).join("\n");
    if (!known.has(way)) known.set(way, flip);
  }
  return [...known.values()];
}

/** What became of a figure, whether its words turned round or not. */
function besidesFlips({ change, definition, number }: FigureDiff): Change {
  if (change !== "flipped") return change;
  if (definition !== undefined) return "redefined";
  return number === undefined || number === "same" ? "unchanged" : number;
}

/** Whether a number stands in print, and not only a word that is bound to it. */
const isPrinted = (id: string, ledger: Ledger): boolean =>
  ledger.figures[id]?.shown.some(({ kind }) => kind !== "word") === true;

const isShown = (id: string, ledger: Ledger): boolean => (ledger.figures[id]?.shown.length ?? 0) > 0;

/** A figure as both editions print it in one place, at its longest; else as each prints it, or its value. */
function saidOf(diff: FigureDiff, old: Ledger, now: Ledger, language: Language): Said {
  const [before, after] = [printed(diff.id, old), printed(diff.id, now)];
  const pairs = before.flatMap((was) => {
    const same = after.find((is) => is.where === was.where && is.kind === was.kind);
    return same ? [{ was: was.text, is: same.text }] : [];
  });
  const [pair] = pairs.toSorted((a, b) => b.is.length - a.is.length);
  if (pair) return pair;
  // Of what is new or gone, a value that no one prints is no news.
  const value = (side: Side | undefined): string | undefined =>
    diff.old && diff.new ? valueText(side, language) : undefined;
  const [was, is] = [longest(before) ?? value(diff.old), longest(after) ?? value(diff.new)];
  return { ...(was === undefined ? {} : { was }), ...(is === undefined ? {} : { is }) };
}

const printed = (id: string, { figures }: Ledger): readonly Shown[] =>
  (figures[id]?.shown ?? []).filter(({ kind }) => kind === "number" || kind === "count");

const longest = (all: readonly Shown[]): string | undefined =>
  all.map(({ text }) => text).toSorted((a, b) => b.length - a.length)[0];

/** A number that is no longer one, is one of something else, or lies outside what was said of it. */
function isMoved({ change, old, new: now }: FigureDiff): boolean {
  if (change === "became-gap") return true;
  if (!old || !now || old.absence !== undefined || now.absence !== undefined) return false;
  if (old.unit !== now.unit) return true;
  const value = parseRational(now.exact);
  const [lo, hi] = old.interval.map(parseRational);
  return lo !== undefined && hi !== undefined && (compare(value, lo) < 0 || compare(value, hi) > 0);
}

/** By how much: in the number's own unit, and in per cent where it is no per cent itself and was above zero, and is not below it. */
function byText({ absolute: by, perCent }: Revision, sides: Sides, language: Language): string {
  const unit = measureOf(sides.new);
  const change = parseRational(by);
  const bare = formatNumber(change, decimalsOf(change), language, { sign: true });
  const isPart = unit?.kind === "share" || unit?.kind === "change" || unit?.kind === "points";
  const measure: Unit | undefined = isPart ? { kind: "points" } : unit;
  const number = measure === undefined ? bare : withUnit(bare, measure, language, equal(absolute(change), ONE));
  // Of a number below zero, a part says nothing that a reader can picture.
  const isBelow = signOf(sides.old) < 0 || signOf(sides.new) < 0;
  if (isPart || unit?.kind === "rank" || perCent === undefined || isBelow || signOf(sides.old) === 0) return number;
  const part = parseRational(perCent);
  const rounded = formatNumber(part, decimalsOf(part, 1), language, { sign: true });
  return `${number}; ${language.patterns.perCent.replace("{number}", rounded)}`;
}
