import type { Loaded } from "../model/brief.ts";
import type { Dataset, Row } from "../model/dataset.ts";
import { flagLetters } from "../model/figure.ts";
import type { FigureId } from "../model/id.ts";
import type { Place } from "../model/place.ts";
import { error, hasErrors, type Problem } from "../model/problem.ts";
import { equal, parseDecimal } from "../model/rational.ts";
import type { Host, Outcome } from "../model/stage.ts";
import type { Fetched, FetchLimits, Upstream } from "../model/upstream.ts";
import { isContent, readCell } from "./cell.ts";
import { replaced, stamped, type Edit } from "./edits.ts";
import type { Scalar } from "./tree.ts";
import { upstreamRows, type UpstreamRow } from "./upstream-rows.ts";

/** A cell that upstream has another number for. */
export interface RefreshedCell {
  readonly id: FigureId;
  readonly old: string;
  readonly new: string;
}

/** What a refresh found: the cells that changed, and the files as they are to be written. */
export interface Refresh {
  readonly cells: readonly RefreshedCell[];
  readonly files: ReadonlyMap<string, string>;
  /** How many datasets were looked up. */
  readonly datasets: number;
}

/**
 * Looks up the upstream data of a brief's datasets and writes new values into the texts of their files: in place, so that
 * comments, order and the text of every other number stay. Nothing is given where anything failed.
 */
export async function refresh(
  brief: Loaded,
  host: Host,
  fetch: (url: string, limits: FetchLimits) => Promise<Fetched>,
  day: string,
): Promise<Outcome<Refresh>> {
  const problems: Problem[] = [];
  const cells: RefreshedCell[] = [];
  const edits: Edit[] = [];
  let datasets = 0;
  for (const dataset of brief.datasets.values()) {
    const { upstream } = dataset;
    if (upstream === undefined || brief.settings.upstream === undefined) continue;
    datasets += 1;
    const fetched = await fetch(upstream.url.text, brief.settings.upstream);
    if ("failed" in fetched) {
      problems.push(failed(upstream, upstream.url.place, fetched.failed));
      continue;
    }
    const found = upstreamRows(fetched.bytes, upstream, host);
    if ("wrong" in found) {
      problems.push(failed(upstream, upstream.url.place, found.wrong));
      continue;
    }
    const changed = changesOf(dataset, upstream, found.rows, brief);
    problems.push(...changed.problems);
    if (changed.cells.length === 0) continue;
    cells.push(...changed.cells);
    edits.push(...changed.edits, ...stamped(upstream, day, host.sha256(fetched.bytes)));
  }
  if (hasErrors(problems)) return { problems };
  return { value: { cells, files: replaced(edits, host), datasets }, problems };
}

const failed = (upstream: Upstream, place: Place, why: string): Problem =>
  error("upstream/failed", place, `The upstream data at ${upstream.url.text} cannot be used: ${why}`, {
    hint: "nothing was changed; look at the address, or try again later",
  });

interface Changes {
  readonly cells: readonly RefreshedCell[];
  readonly edits: readonly Edit[];
  readonly problems: readonly Problem[];
}

function changesOf(dataset: Dataset, upstream: Upstream, rows: readonly UpstreamRow[], brief: Loaded): Changes {
  const counted = rows.filter((row) => [...upstream.where].every(([name, value]) => row.get(name)?.text === value));
  const names = [...upstream.match.values(), ...upstream.columns.values(), ...upstream.where.keys()];
  const missing = names.find((name) => !rows.some((row) => row.has(name)));
  if (missing !== undefined) {
    const why = `it has no column "${missing}"; it has ${[...(rows[0]?.keys() ?? [])].join(", ") || "none"}`;
    return { cells: [], edits: [], problems: [failed(upstream, upstream.place, why)] };
  }
  const byKey = new Map<string, UpstreamRow[]>();
  for (const row of counted) {
    const key = keyOf([...upstream.match.values()].map((name) => row.get(name)?.text.trim() ?? ""));
    byKey.set(key, [...(byKey.get(key) ?? []), row]);
  }
  const all = dataset.rows.map((row) => {
    const found = byKey.get(keyOf([...upstream.match.keys()].map((name) => nameIn(row, name, dataset)))) ?? [];
    const [only, second] = found;
    if (only === undefined) return none(failed(upstream, row.place, `it has no row for ${row.name}`));
    if (second !== undefined)
      return none(
        failed(upstream, row.place, `it has ${found.length} rows for ${row.name}: say under where which one counts`),
      );
    return rowChanges(row, only, upstream, brief);
  });
  return {
    cells: all.flatMap((each) => each.cells),
    edits: all.flatMap((each) => each.edits),
    problems: all.flatMap((each) => each.problems),
  };
}

const keyOf = (parts: readonly string[]): string => JSON.stringify(parts);
const none = (problem: Problem): Changes => ({ cells: [], edits: [], problems: [problem] });

/** What names a row in one of the columns that names are in. */
function nameIn(row: Row, column: string, { columns }: Dataset): string {
  const kind = columns.find(({ name }) => name === column)?.kind;
  if (kind === "id") return row.key;
  return (kind === "period" ? row.period : row.cells.get(column)?.text) ?? "";
}

function rowChanges(row: Row, from: UpstreamRow, upstream: Upstream, brief: Loaded): Changes {
  const cells: RefreshedCell[] = [];
  const edits: Edit[] = [];
  const problems: Problem[] = [];
  for (const [column, name] of upstream.columns) {
    const [scalar, there] = [from.get(name), cellOf(row, column, brief)];
    if (scalar === undefined || there === undefined) continue;
    const text = textOf(scalar);
    if (typeof text !== "string") {
      problems.push(failed(upstream, there.place, `the cell "${name}" of ${row.name} ${text.wrong}`));
    } else if (isPart(text) && there.isCount && !isPart(there.text)) {
      const why = `the cell "${name}" of ${row.name} is "${scalar.text}", and things are counted here: are its thousands marked?`;
      problems.push(failed(upstream, there.place, why));
    } else if (looksGrouped(text, there.text)) {
      const why = `the cell "${name}" of ${row.name} is "${scalar.text}", and was ${there.text}: are its thousands marked?`;
      problems.push(failed(upstream, there.place, why));
    } else if (!isSame(text, there.text)) {
      cells.push({ id: there.id, old: there.text, new: text });
      edits.push({ place: there.place, text });
    }
  }
  return { cells, edits, problems };
}

interface Cell {
  readonly id: FigureId;
  readonly place: Place;
  readonly text: string;
  /** Whether its unit is a count of things. */
  readonly isCount?: boolean;
}

/** Whether a cell's number has a fraction. */
const isPart = (text: string): boolean => /^-?\d+\.\d/.test(text);

/** How many times less a number may become before three decimals are taken for marked thousands. */
const FAR = 30;

/** Whether a number with three decimals may stand for thousands: 1.528 where 528 was. */
function looksGrouped(text: string, old: string): boolean {
  if (!/^-?\d{1,3}\.\d{3}\b/.test(text) || !/^-?\d+(?![.\d])/.test(old)) return false;
  return Math.abs(Number.parseFloat(old)) > FAR * Math.abs(Number.parseFloat(text));
}

/** A cell of numbers as the author has it: a number with its flags, or the symbol of a gap. */
function cellOf(row: Row, column: string, { given, givenGaps }: Loaded): Cell | undefined {
  const figure = given.get(row.figures.get(column) ?? ("" as FigureId));
  if (figure?.given) {
    const flags = flagLetters(figure.flags);
    return {
      id: figure.id,
      place: figure.place,
      isCount: figure.unit.kind === "count",
      text: flags === "" ? figure.given.text : `${figure.given.text} ${flags}`,
    };
  }
  const gap = givenGaps.get(row.gaps.get(column) ?? ("" as FigureId));
  return gap && { id: gap.id, place: gap.place, text: gap.symbol };
}

/** An upstream cell as it is written here: a plain number with its flags, or the symbol of a gap; else what is wrong with it. */
function textOf(scalar: Scalar): string | { readonly wrong: string } {
  // JSON's null says that there is no number, and not why.
  if (scalar.plain && scalar.text === "null") return ":";
  const content = readCell({ ...scalar, text: scalar.text.trim(), plain: true });
  if (!isContent(content)) return { wrong: content.says };
  if (content.kind === "gap") return content.symbol;
  if (parseDecimal(content.text) === undefined) return { wrong: `should be a plain number; it is "${scalar.text}"` };
  const flags = flagLetters(content.flags);
  return flags === "" ? content.text : `${content.text} ${flags}`;
}

/** Whether two cells say the same: the same number, however it is typed, with the same flags; or the same symbol. */
function isSame(text: string, there: string): boolean {
  const [number = "", flags = ""] = text.split(" ");
  const [other = "", otherFlags = ""] = there.split(" ");
  const [a, b] = [parseDecimal(number), parseDecimal(other)];
  if (a === undefined || b === undefined) return text === there;
  // An upstream that has no flags says nothing of them.
  return equal(a.value, b.value) && (flags === "" || flags === otherFlags);
}
