import type { BlockId, ChartId, TableId } from "../model/id.ts";
import type { CrossReference } from "../model/inline.ts";
import type { Place } from "../model/place.ts";
import { error, nearest } from "../model/problem.ts";
import type { Workshop } from "./workshop.ts";

const KINDS = ["section", "table", "chart"] as const;
type Kind = (typeof KINDS)[number];

/** What a brief shows under one name: a section, a table, a chart. */
interface Shown {
  readonly kind: Kind;
  readonly id: BlockId;
  readonly text: string;
}

/** `{{see "money"}}`, or `{{see "table money"}}` where a section bears the name too, as a link. */
export function crossReference(to: string, place: Place, workshop: Workshop): readonly CrossReference[] {
  const [kind, name] = to.includes(" ") ? (to.split(" ", 2) as [string, string]) : ["", to];
  const bearers = shownAs(name, workshop);
  const found = kind === "" ? bearers : bearers.filter((each) => each.kind === kind);
  const [only] = found;
  if (only && found.length === 1) return [{ kind: "crossReference", target: only.id, text: only.text, place }];
  // It is shown under a mistyped name, which was told where it stands.
  if (!only && workshop.meant.has(name)) return [];
  const [message, hint] = only ? severalBear(name, found) : noneBears(kind, name, bearers, workshop);
  workshop.problems.push(error("name/unknown", place, message, { hint }));
  return [];
}

function shownAs(name: string, { sections, tables, charts, brief }: Workshop): readonly Shown[] {
  const { labels } = brief.language;
  const section = sections.get(name);
  const table = tables.get(name as TableId);
  const chart = charts.get(name as ChartId);
  return [
    ...(section ? [{ kind: "section" as const, id: section.id, text: section.heading }] : []),
    ...(table ? [{ kind: "table" as const, id: table.id, text: `${labels.table}\u00A0${table.number}` }] : []),
    ...(chart ? [{ kind: "chart" as const, id: chart.id, text: `${labels.chart}\u00A0${chart.number}` }] : []),
  ];
}

type Told = readonly [message: string, hint: string];

function severalBear(name: string, found: readonly Shown[]): Told {
  const [first, second, third] = found.map(({ kind }) => `a ${kind}`);
  const all = third === undefined ? `Both ${first} and ${second}` : `${cap(first)}, ${second} and ${third}`;
  return [`${all} are called ${name}`, `write ${found.map(({ kind }) => `{{see "${kind} ${name}"}}`).join(" or ")}`];
}

function noneBears(kind: string, name: string, bearers: readonly Shown[], workshop: Workshop): Told {
  const { sections, tables, charts, brief } = workshop;
  const [other] = bearers;
  if (other)
    return [`No ${kind} of this brief is called ${name}`, `a ${other.kind} is: {{see "${other.kind} ${name}"}}`];
  const message = `No table, chart or section of this brief is called ${name}`;
  const design = brief.template.tables.has(name as TableId)
    ? "table"
    : brief.template.charts.has(name as ChartId)
      ? "chart"
      : undefined;
  if (design) return [message, `the template has a ${design} of that name: show it with {{${design} "${name}"}}`];
  const near = nearest(name, [...sections.keys(), ...tables.keys(), ...charts.keys()]);
  return [message, near ? `did you mean ${near}?` : "it must be shown in the brief"];
}

const cap = (text = ""): string => text.charAt(0).toUpperCase() + text.slice(1);
