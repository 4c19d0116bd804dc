import type { Dataset, Row } from "../model/dataset.ts";
import { MEMBER, type Family, type FamilySettings, type Member } from "../model/family.ts";
import { byCodeUnit, NAME, type FigureId } from "../model/id.ts";
import type { Gap } from "../model/figure.ts";
import { error, nearest, type Problem } from "../model/problem.ts";
import { figureId } from "./ids.ts";
import type { ReadDataset } from "./dataset.ts";
import type { Reader } from "./reader.ts";

/** The longest name of a member's folder: with the ending of a file that is built beside it, disks still take it. */
const LONGEST = 100;

/** Names that Windows keeps for devices, in folders too. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** The members of a family, each a row of the dataset that brief.yaml names; undefined where the dataset is not there. */
export function readFamily(reader: Reader, settings: FamilySettings, data: readonly ReadDataset[]): Family | undefined {
  const datasets = data.map(({ dataset }) => dataset);
  const dataset = datasets.find(({ id }) => id === settings.members.text);
  if (dataset === undefined) {
    reportUnknown(
      reader,
      settings.members,
      "dataset",
      datasets.map(({ id }) => id),
    );
    return undefined;
  }
  const named = columnOf(reader, settings, dataset);
  reportRows(reader, settings, datasets, dataset);
  const firsts = new Map(dataset.rows.toReversed().map((row) => [row.key, row] as const));
  if (firsts.size === 0) {
    const hint = `give ${dataset.id} a row for each member`;
    reader.problems.push(
      error("family/empty", settings.members.place, `The family has no members: ${dataset.id} has no rows`, { hint }),
    );
  }
  const members = [...firsts.values()].toReversed().map((row) => memberOf(row, named));
  const byName = new Map<string, Member[]>();
  for (const member of members) byName.set(member.name, [...(byName.get(member.name) ?? []), member]);
  const stopped = new Map<string, readonly Problem[]>();
  for (const member of members) {
    const problems = nameProblems(member, byName.get(member.name) ?? []);
    if (problems.length > 0) stopped.set(member.key, problems);
  }
  return { settings, members, stopped };
}

function columnOf(reader: Reader, { name }: FamilySettings, dataset: Dataset): string | undefined {
  if (name === undefined) return undefined;
  const column = dataset.columns.find(
    (each) => each.name === name.text && (each.kind === "text" || each.kind === "id"),
  );
  const known = dataset.columns.flatMap((each) => (each.kind === "text" || each.kind === "id" ? [each.name] : []));
  if (column === undefined) reportUnknown(reader, name, "column of names", known);
  return column?.kind === "text" ? column.name : undefined;
}

/** The columns that tell whose the rows of other datasets are: in both, the dataset's own and that of the members. */
function reportRows(reader: Reader, settings: FamilySettings, datasets: readonly Dataset[], members: Dataset): void {
  for (const [id, column] of settings.rows) {
    const other = datasets.find((each) => each.id === id);
    if (other === undefined) {
      reportUnknown(
        reader,
        { text: id, place: column.place },
        "dataset",
        datasets.map((each) => each.id),
      );
      continue;
    }
    for (const dataset of [other, members]) {
      const words = dataset.columns.flatMap(({ name, kind }) => (kind === "text" || kind === "id" ? [name] : []));
      if (!words.includes(column.text)) reportUnknown(reader, column, `column of words in ${dataset.id}`, words);
    }
  }
}

function reportUnknown(
  reader: Reader,
  { text, place }: FamilySettings["members"],
  what: string,
  known: readonly string[],
): void {
  const near = nearest(text, known);
  const hint = near === undefined ? `there are ${known.join(", ")}` : `did you mean ${near}?`;
  reader.problems.push(error("name/unknown", place, `There is no ${what} "${text}" for the family`, { hint }));
}

function memberOf(row: Row, column: string | undefined): Member {
  const written = column === undefined ? undefined : row.cells.get(column);
  const name = written?.text ?? row.key.replaceAll("_", "-");
  return { name, key: row.key, place: written?.place ?? row.place };
}

function nameProblems({ name, key, place }: Member, alike: readonly Member[]): readonly Problem[] {
  const shown = name.length > LONGEST ? `${name.slice(0, LONGEST)}…` : name;
  const wrong = (message: string, hint: string): readonly Problem[] => [
    error("family/member-name", place, message, { hint }),
  ];
  if (!NAME.test(name))
    return wrong(
      `"${shown}" can't name a member's folder`,
      "begin with a small letter; go on with small letters, digits and hyphens",
    );
  if (name.length > LONGEST)
    return wrong(`"${shown}" has ${name.length} letters, and a folder's name at most ${LONGEST}`, "shorten it");
  if (DEVICES.test(name)) return wrong(`No folder may be called "${name}" on Windows`, "give it another name");
  if (key === MEMBER) return wrong(`"${MEMBER}" is what templates call every member`, "give the row another id");
  const other = alike.find((each) => each.key !== key);
  if (other === undefined) return [];
  return wrong(
    `"${name}" names two members, ${[key, other.key].toSorted(byCodeUnit).join(" and ")}`,
    "give each a name of its own",
  );
}

/** What a load gives of a family whose only problems stand in rows of members: these are stopped, and their numbers gone. */
export function setAside(
  family: Family,
  datasets: readonly Dataset[],
  problems: readonly Problem[],
): { readonly family: Family; readonly datasets: readonly Dataset[]; readonly gaps: readonly Gap[] } | undefined {
  const errors = problems.filter(({ level }) => level === "error");
  const stopped = new Map(family.stopped);
  for (const problem of errors) {
    const key = memberAt(problem, datasets, family);
    if (key === undefined) return undefined;
    stopped.set(key, [...(stopped.get(key) ?? []), problem]);
  }
  const gaps: Gap[] = [];
  const left = datasets.map((dataset) => ({
    ...dataset,
    rows: dataset.rows.map((row) => (stopped.has(row.key) ? withGaps(row, dataset, gaps) : row)),
  }));
  return { family: { ...family, stopped }, datasets: left, gaps };
}

/** Whose row a problem stands in, if it is a member's: between its first line and that of its last text. */
function memberAt({ place }: Problem, datasets: readonly Dataset[], { members }: Family): string | undefined {
  const row = datasets
    .flatMap(({ rows }) => rows)
    .find((each) => {
      const last = Math.max(each.place.line, ...[...each.cells.values()].map((cell) => cell.place.line));
      return each.place.file === place.file && each.place.line <= place.line && place.line <= last;
    });
  return row !== undefined && members.some(({ key }) => key === row.key) ? row.key : undefined;
}

/** A row whose cells of numbers that could not be read are missing. */
function withGaps(row: Row, dataset: Dataset, made: Gap[]): Row {
  const gaps = new Map<string, FigureId>(row.gaps);
  for (const { name, kind } of dataset.columns) {
    if (kind !== "number" || row.figures.has(name) || gaps.has(name)) continue;
    const id = figureId(`${dataset.id}.${row.name}.${name}`);
    gaps.set(name, id);
    made.push({ id, absence: "missing", symbol: "", place: row.place, from: [] });
  }
  return { ...row, gaps };
}
