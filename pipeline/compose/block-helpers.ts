import type { Inline } from "../model/inline.ts";
import type { BlockId, ChartId, FigureId, TableId } from "../model/id.ts";
import { nearest } from "../model/problem.ts";
import { checkOptions, fail, leave, textArgument, textOption, type Call } from "./arguments.ts";
import { buildChart } from "./charts.ts";
import { oneLine } from "./inlines.ts";
import { markdownBlocks } from "./markdown.ts";
import { readPieces, readSources } from "./markers.ts";
import { numberInline } from "./number-helpers.ts";
import { buildTable } from "./tables.ts";
import { lint } from "./lint.ts";
import type { Piece, Workshop } from "./workshop.ts";

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
  if (near !== undefined) call.workshop.meant.add(near);
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
  const keys = pieces.flatMap((piece) => (piece?.kind === "key" ? [piece] : []));
  return block(call, {
    kind: "block",
    place,
    make: (id) => ({ kind: "keyFigures", id, place, entries: keys.map((each) => each.entry()) }),
  });
}

/**
 * `{{key "label" figure format="about"}}`, `{{#key figure}}{{move figure up="more" down="less"}} for research{{/key}}`: one
 * key figure. Its label reads on from the number, so words that compare in it are bound, in the form of a block.
 */
export function key(call: Call): string {
  const format = textOption(call, "format") ?? "figure";
  if (format !== "figure" && format !== "about" && format !== "range") {
    fail(call, `${format} is no format of a key figure`, "known: figure, about, range");
    return "";
  }
  const workshop: Workshop = { ...call.workshop, isKeyFigure: true };
  const label = call.isBlock ? labelInside(call, workshop) : labelGiven(call, workshop);
  const number = numberInline(call, format, {
    index: call.isBlock ? 0 : 1,
    more: ["format"],
    isAlone: ({ id }) => !label?.moved.has(id),
  });
  if (label === undefined || !number) return "";
  return leave(call, { kind: "key", entry: () => ({ number: [number], label: label.inlines() }) });
}

/** What a key figure's number is of. */
interface Label {
  /** The figures whose direction its bound words tell. */
  readonly moved: ReadonlySet<FigureId>;
  inlines(): readonly Inline[];
}

function labelGiven(call: Call, workshop: Workshop): Label | undefined {
  const text = textArgument(call, 0, "a label");
  return text === undefined ? undefined : { moved: new Set(), inlines: () => [words(call, text, workshop)] };
}

function labelInside(call: Call, workshop: Workshop): Label | undefined {
  const expanded = readSources(call.inner(), call.origin);
  if (expanded.text.trim() === "")
    return fail(call, "key needs a label", "as in {{#key dataset.row.column}}of the pupils{{/key}}");
  const moved = readPieces(expanded.text).flatMap((run) => {
    const piece = "piece" in run ? workshop.pieces[run.piece] : undefined;
    const word = piece?.kind === "inline" && piece.inline.kind === "word" ? piece.inline : undefined;
    return word && workshop.moves.has(word) ? [word.figure] : [];
  });
  return { moved: new Set(moved), inlines: () => oneLine(expanded, call.place, workshop) };
}

function words(call: Call, text: string, workshop = call.workshop): Inline {
  lint(text, () => call.place, workshop, workshop.isKeyFigure ? "keyFigure" : undefined);
  return { kind: "text", text, place: call.place };
}
