import type { Derived } from "../model/brief.ts";
import { MOST_INPUTS } from "../model/lineage.ts";
import type { Dataset, Row } from "../model/dataset.ts";
import type { FamilySettings, Member } from "../model/family.ts";
import { byCodeUnit, type BriefId, type FigureId } from "../model/id.ts";

/**
 * Makes the briefs of members of a family whose numbers are worked out. A member has its own rows of every dataset whose
 * ids are all members, the rows that `family.rows` gives it of others, and what these rest on; its ranks are those among
 * all. Give it members in any number and order: each brief depends on the family and the member alone.
 */
export function openFamily(brief: Derived): (member: Member) => Derived {
  const { family } = brief;
  if (family === undefined) throw new TypeError(`${brief.id} is no family`);
  const keys = new Set(family.members.map(({ key }) => key));
  const sharings = [...brief.datasets.values()].map((dataset) => sharingOf(dataset, brief, family.settings, keys));
  const whole = { datasets: brief.datasets, figures: brief.figures, gaps: brief.gaps };
  const shared = sharedIds(brief);
  return (member) => {
    const datasets = new Map(sharings.map((sharing) => [sharing.dataset.id, shareOf(sharing, member.key)] as const));
    const own = [...datasets.values()].flatMap((dataset) => idsIn(dataset));
    const kept = withInputs([...own, ...shared], brief);
    const inScope = <Item>(items: ReadonlyMap<FigureId, Item>): ReadonlyMap<FigureId, Item> => {
      const found = [...kept].flatMap((id): [FigureId, Item][] => {
        const item = items.get(id);
        return item === undefined ? [] : [[id, item]];
      });
      return new Map(found.toSorted(([a], [b]) => byCodeUnit(a, b)));
    };
    const { family: _, ...rest } = brief;
    const figures = inScope(brief.figures);
    return {
      ...rest,
      id: `${brief.id}/${member.name}` as BriefId,
      datasets,
      figures,
      gaps: inScope(brief.gaps),
      given: inScope(brief.given),
      givenGaps: inScope(brief.givenGaps),
      // What is wrong with another member's number is no matter of this one.
      discrepancies: brief.discrepancies.filter(({ at }) =>
        at.every((each) => !brief.figures.has(each as FigureId) || figures.has(each as FigureId)),
      ),
      member: { key: member.key, whole },
    };
  };
}

/** A dataset, and how members share its rows: those of each, by what tells whose they are; undefined where all have all. */
interface Sharing {
  readonly dataset: Dataset;
  readonly rows: ((key: string) => readonly Row[]) | undefined;
}

function sharingOf(dataset: Dataset, brief: Derived, settings: FamilySettings, keys: ReadonlySet<string>): Sharing {
  const column = settings.rows.get(dataset.id)?.text;
  if (column === undefined) {
    const isOfMembers = dataset.rows.length > 0 && dataset.rows.every(({ key }) => keys.has(key));
    const byKey = grouped(dataset.rows, ({ key }) => key);
    return { dataset, rows: isOfMembers ? (key) => byKey.get(key) ?? [] : undefined };
  }
  const members = [...brief.datasets.values()].find(({ id }) => id === settings.members.text);
  const valueOf = (row: Row): string => row.cells.get(column)?.text ?? row.key;
  const values = new Map((members?.rows ?? []).map((row) => [row.key, valueOf(row)] as const));
  const byValue = grouped(dataset.rows, valueOf);
  return { dataset, rows: (key) => byValue.get(values.get(key) ?? "") ?? [] };
}

function grouped(rows: readonly Row[], by: (row: Row) => string): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = by(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

const shareOf = ({ dataset, rows }: Sharing, key: string): Dataset =>
  rows === undefined ? dataset : { ...dataset, rows: rows(key) };

/** The figures of a dataset's rows, given and worked out. */
const idsIn = ({ id, rows, definitions }: Dataset): readonly FigureId[] =>
  rows.flatMap(({ name, figures, gaps }) => [
    ...figures.values(),
    ...gaps.values(),
    ...definitions.filter(({ each }) => each).map((each) => `${id}.${name}.${each.name}` as FigureId),
  ]);

/** The figures that stand in no row: all members have them. */
const sharedIds = ({ figures, gaps }: Derived): readonly FigureId[] =>
  [...figures.keys(), ...gaps.keys()].filter((id) => id.split(".").length === 2);

/** Figures with all that they rest on; what rests on a long column names it, and the family's own ledger has its cells. */
function withInputs(ids: readonly FigureId[], { figures, gaps }: Derived): ReadonlySet<FigureId> {
  const kept = new Set<FigureId>();
  const left = [...ids];
  for (let id = left.pop(); id !== undefined; id = left.pop()) {
    if (kept.has(id)) continue;
    kept.add(id);
    const from = figures.get(id)?.from ?? gaps.get(id)?.from ?? [];
    if (from.length <= MOST_INPUTS) left.push(...from);
  }
  return kept;
}
