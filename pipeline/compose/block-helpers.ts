import type { Inline } from "../model/inline.ts";
import type { BlockId, ChartId, TableId } from "../model/id.ts";
import { nearest } from "../model/problem.ts";
import { checkOptions, fail, leave, textArgument, textOption, type Call } from "./arguments.ts";
import { buildChart } from "./charts.ts";
import { markdownBlocks } from "./markdown.ts";
import { readPieces, readSources } from "./markers.ts";
import { numberInline } from "./number-helpers.ts";
import { buildTable } from "./tables.ts";
import { lint } from "./lint.ts";
import type { Piece } from "./workshop.ts";

const block = (call: Call, piece: Piece): string => `\n\n${leave(call, piece)}\n\n`;

/** `{{table "id"}}`: a table of the template. */
export function table(call: Call): string {
  checkOptions(call, []);
  const { workshop, place } = call;
  const designs = workshop.brief.template.tables;
  const name = textArgument(call, 0, "the name of a table");
  if (name === undefined) return "";
  const design = designs.get(name as TableId);
  if (!design) return missing(call, "table", name, designs.keys(), "tables");
  if (workshop.tables.has(design.id)) return twice(call, name);
  const number = workshop.tables.size + 1;
  const id = `table-${name}` as BlockId;
  workshop.tables.set(design.id, { number, id });
  return block(call, { kind: "block", place, make: buildTable(design, { id, number, place }, workshop) });
}

/** `{{chart "id"}}`: a chart of the template. */
export function chart(call: Call): string {
  checkOptions(call, []);
  const { workshop, place } = call;
  const designs = workshop.brief.template.charts;
  const name = textArgument(call, 0, "the name of a chart");
  if (name === undefined) return "";
  const design = designs.get(name as ChartId);
  if (!design) return missing(call, "chart", name, designs.keys(), "charts");
  if (workshop.charts.has(design.id)) return twice(call, name);
  const number = workshop.charts.size + 1;
  const id = `chart-${name}` as BlockId;
  workshop.charts.set(design.id, { number, id });
  return block(call, { kind: "block", place, make: buildChart(design, { id, number, place }, workshop) });
}

function missing(call: Call, what: string, name: string, known: Iterable<string>, folder: string): string {
  const near = nearest(name, known);
  fail(
    call,
    `The template has no ${what} called ${name}`,
    near ? `did you mean ${near}?` : `put it into the template's folder ${folder}/`,
    "name/unknown",
  );
  return "";
}

function twice(call: Call, name: string): string {
  fail(call, `${name} is shown twice`, `show it once and refer to it with {{see "${name}"}}`, "name/taken");
  return "";
}

/** `{{#callout "Heading"}}…{{/callout}}`: a passage set apart. */
export function callout(call: Call): string {
  checkOptions(call, []);
  const { workshop, origin, place } = call;
  const heading = textArgument(call, 0, "a heading");
  const expanded = readSources(call.inner(), origin);
  if (heading === undefined) return "";
  return block(call, {
    kind: "block",
    place,
    make: (id) => ({
      kind: "callout",
      id,
      place,
      heading: [words(call, heading)],
      blocks: markdownBlocks(expanded, id, workshop),
    }),
  });
}

/** `{{#key-figures}}{{key "label" figure}}…{{/key-figures}}`: the few numbers to take away. */
export function keyFigures(call: Call): string {
  checkOptions(call, []);
  const { workshop, place } = call;
  const pieces = readPieces(readSources(call.inner(), call.origin).text).flatMap((run) => {
    if ("text" in run && run.text.trim() !== "")
      fail(call, "Only {{key …}} may stand among the key figures", "move the text out");
    return "piece" in run ? [workshop.pieces[run.piece]] : [];
  });
  const entries = pieces.flatMap((piece) => (piece?.kind === "key" ? [piece.entry] : []));
  return block(call, { kind: "block", place, make: (id) => ({ kind: "keyFigures", id, place, entries }) });
}

/** `{{key "label" figure format="about"}}`: one key figure. */
export function key(call: Call): string {
  const label = textArgument(call, 0, "a label");
  const format = textOption(call, "format") ?? "figure";
  if (format !== "figure" && format !== "about" && format !== "range") {
    fail(call, `${format} is no format of a key figure`, "known: figure, about, range");
    return "";
  }
  const number = numberInline(call, format, 1, ["format"]);
  if (label === undefined || !number) return "";
  return leave(call, { kind: "key", entry: { number: [number], label: [words(call, label)] } });
}

function words(call: Call, text: string): Inline {
  lint(text, () => call.place, call.workshop);
  return { kind: "text", text, place: call.place };
}
