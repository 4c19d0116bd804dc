import type { Loaded } from "../model/brief.ts";
import { byCodeUnit, FIGURE_NAME } from "../model/id.ts";
import { error, hasErrors, inOrder } from "../model/problem.ts";
import type { Host, Outcome } from "../model/stage.ts";
import { readDataset, type ReadDataset } from "./dataset.ts";
import { readDiscrepancies } from "./discrepancies.ts";
import { nameProblems } from "./briefs.ts";
import { defined } from "./defined.ts";
import { readFamily, setAside } from "./family.ts";
import { readBefore } from "./before.ts";
import { readLastLedger } from "./last-edition.ts";
import { readAddress } from "./site.ts";
import { readHouse, readLanguage, readTheme } from "./house.ts";
import { briefId } from "./ids.ts";
import { headOf } from "./positions.ts";
import type { Reader } from "./reader.ts";
import { namesOf, reportAt, reportOthers, reportRows, reportWholes } from "./references.ts";
import { readRecords } from "./record.ts";
import { readSettings, type ReadSettings } from "./settings.ts";
import { readSources } from "./sources.ts";
import { readTemplate, type ReadTemplate } from "./template.ts";
import { reportHosts } from "./upstream.ts";

/** Reads a brief and the template that it names, strictly. Every file that was read is in `inputs`. */
export function load(id: string, host: Host): Outcome<Loaded> {
  const wrong = nameProblems(id);
  if (wrong.length > 0) return { problems: wrong };
  const reader: Reader = { host, inputs: new Map(), problems: [] };
  const loaded = readBrief(reader, id);
  const problems = inOrder(reader.problems);
  if (loaded !== undefined && !hasErrors(problems)) return { value: loaded, problems };
  const set = loaded?.family && setAside(loaded.family, [...loaded.datasets.values()], problems);
  if (loaded === undefined || set === undefined) return { problems };
  // What is wrong in the row of a member stops that member alone.
  const datasets = new Map(set.datasets.map((dataset) => [dataset.id, dataset] as const));
  const gaps = [...loaded.givenGaps, ...set.gaps.map((gap) => [gap.id, gap] as const)];
  const value = { ...loaded, datasets, family: set.family, givenGaps: new Map(gaps.toSorted(byId)) };
  return { value, problems: problems.filter(({ level }) => level !== "error") };
}

function readBrief(reader: Reader, id: string): Loaded | undefined {
  const folder = `data/${id}`;
  const settings = readSettings(reader, folder);
  const sources = readSources(reader, folder);
  const data = readData(reader, folder, sources && new Set<string>(sources.keys()));
  const given = readDiscrepanciesOf(reader, folder);
  const template = settings && readTemplate(reader, settings.template);
  const language = settings && readLanguage(reader, settings.language);
  const theme = readTheme(reader);
  const [house, address] = [readHouse(reader), readAddress(reader)];
  const last = readLastLedger(reader, folder);
  const records = readRecords(reader, folder);
  const before = settings && readBefore(reader, folder, records, settings.settings.edition.id);
  // What names things that could not be read is not to blame for them.
  if (data !== undefined && sources !== undefined && template !== undefined)
    reportNames(reader, { data, sources, template, settings, given });
  const family = data && settings?.settings.family && readFamily(reader, settings.settings.family, data);
  if (!settings || !sources || !data || !template || !language || !theme || !house) return undefined;
  return {
    id: briefId(id),
    settings: settings.settings,
    language,
    theme,
    datasets: new Map(data.map(({ dataset }) => [dataset.id, dataset])),
    sources,
    discrepancies: given.discrepancies,
    given: new Map(data.flatMap((each) => each.figures.map((figure) => [figure.id, figure] as const)).toSorted(byId)),
    givenGaps: new Map(data.flatMap((each) => each.gaps.map((gap) => [gap.id, gap] as const)).toSorted(byId)),
    ...defined({ last, before, address, family }),
    records,
    template: template.template,
    house,
    inputs: inputsOf(reader, `${folder}/editions/${settings.settings.edition.id}/`),
  };
}

/** What was read of a brief, as far as names go. */
interface Read {
  readonly data: readonly ReadDataset[];
  readonly sources: NonNullable<ReturnType<typeof readSources>>;
  readonly template: ReadTemplate;
  readonly settings: ReadSettings | undefined;
  readonly given: ReturnType<typeof readDiscrepancies>;
}

/** Reports names that nothing bears. */
function reportNames(reader: Reader, { data, sources, template, settings, given }: Read): void {
  const names = namesOf(data.map((each) => each.dataset));
  reportWholes(
    reader,
    data.flatMap((each) => each.wholes),
    names,
  );
  reportRows(reader, [...template.rows, ...(settings?.due ?? [])], names);
  reportOthers(
    reader,
    data.flatMap((each) => each.others),
    names,
  );
  const known = [
    ...names.singles,
    ...names.cells,
    ...names.datasets,
    ...sources.keys(),
    ...template.template.tables.keys(),
  ];
  const at = certain(given.at, data);
  if (settings !== undefined) {
    const datasets = data.map((each) => each.dataset);
    reportHosts(reader, datasets, settings.settings.upstream);
  }
  if (template.complete) reportAt(reader, at, new Set<string>(known));
  reportAt(reader, given.expectedAt, new Set([...known, ...names.columns]));
}

/** All files that were read, but those that an edition leaves itself: built again, it has the inputs that it had. */
const inputsOf = ({ inputs }: Reader, own: string): ReadonlyMap<string, string> =>
  new Map([...inputs].filter(([file]) => !file.startsWith(own)).toSorted(([a], [b]) => byCodeUnit(a, b)));

/** What names datasets that were read without doubt: what could not be read is not to blame for the others. */
function certain<At extends { readonly text: string }>(
  all: readonly At[],
  data: readonly ReadDataset[],
): readonly At[] {
  const doubtful = new Set<string>(data.filter((each) => each.doubtful).map((each) => each.dataset.id));
  return all.filter(({ text }) => !doubtful.has(text.split(".")[0] ?? ""));
}

const byId = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => byCodeUnit(a, b);

function readDiscrepanciesOf(reader: Reader, folder: string): ReturnType<typeof readDiscrepancies> {
  const there = reader.host.list(folder)?.includes("discrepancies.yaml") ?? false;
  return there
    ? readDiscrepancies(reader, `${folder}/discrepancies.yaml`)
    : { discrepancies: [], at: [], expectedAt: [] };
}

/** The files of a brief that are no datasets. */
const OWN = new Set(["brief.yaml", "sources.yaml", "discrepancies.yaml"]);

/** The datasets of a brief; undefined when one of them could not be read. */
function readData(
  reader: Reader,
  folder: string,
  known: ReadonlySet<string> | undefined,
): readonly ReadDataset[] | undefined {
  const read: (ReadDataset | undefined)[] = [];
  for (const file of reader.host.list(folder) ?? []) {
    if (OWN.has(file) || file.startsWith(".") || !/\.ya?ml$/i.test(file)) continue;
    const stem = file.replace(/\.yaml$/, "");
    if (FIGURE_NAME.test(stem)) {
      read.push(readDataset(reader, `${folder}/${file}`, stem, known));
      continue;
    }
    const hint = "name it DATASET.yaml: a small letter, then small letters, digits and underscores";
    reader.problems.push(
      error("file/name", headOf(`${folder}/${file}`), `"${file}" is no name for a dataset's file`, { hint }),
    );
  }
  return read.every((each) => each !== undefined) ? read : undefined;
}
