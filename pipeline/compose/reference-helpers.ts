import type { SectionRole } from "../model/doc.ts";
import type { Inline } from "../model/inline.ts";
import { NAME, type SourceId } from "../model/id.ts";
import { nearest } from "../model/problem.ts";
import { checkOptions, fail, leave, textArgument, textOption, type Call } from "./arguments.ts";
import { lint } from "./lint.ts";
import { addNote } from "./notes.ts";
import { discrepancyMark } from "./workshop.ts";

const inline = (call: Call, value: Inline): string => leave(call, { kind: "inline", inline: value });

/** `{{note "source"}}`: a numbered note. */
export function note(call: Call): string {
  checkOptions(call, ["pages"]);
  const sources = call.workshop.brief.sources;
  const ids = call.given.map(String);
  for (const id of ids) {
    if (sources.has(id as SourceId)) continue;
    const near = nearest(id, sources.keys());
    fail(call, `No source is called ${id}`, near ? `did you mean ${near}?` : "add it to sources.yaml", "name/unknown");
    return "";
  }
  if (ids.length === 0) fail(call, "note needs a source", 'as in {{note "bai-2018"}}');
  return inline(call, addNote(call.workshop, ids as SourceId[], textOption(call, "pages"), call.place));
}

/** `{{discrepancy "name"}}`: a mark that leads to what does not hold in a source. */
export function discrepancy(call: Call): string {
  checkOptions(call, []);
  const name = textArgument(call, 0, "the name of a discrepancy");
  if (name === undefined) return "";
  const known = call.workshop.brief.discrepancies.map((each) => each.id);
  if (known.includes(name)) return inline(call, discrepancyMark(call.workshop, name, call.place));
  const near = nearest(name, known);
  fail(
    call,
    `No discrepancy is called ${name}`,
    near ? `did you mean ${near}?` : "add it to discrepancies.yaml",
    "name/unknown",
  );
  return "";
}

/** `{{see "table-or-section"}}`: Table 1, Figure 2 or the heading, as a link. */
export function see(call: Call): string {
  checkOptions(call, []);
  const to = textArgument(call, 0, "the name of a table, chart or section");
  return to === undefined ? "" : leave(call, { kind: "reference", to, place: call.place });
}

const ROLES: readonly SectionRole[] = ["summary", "introduction", "text", "about", "disclaimer"];

/** `{{section "id" role="summary"}}`: names the section that its heading begins. */
export function section(call: Call): string {
  checkOptions(call, ["role"]);
  const id = textArgument(call, 0, "an id");
  const wanted = textOption(call, "role") ?? "text";
  const role = ROLES.find((each) => each === wanted);
  if (!role) fail(call, `${wanted} is no role of a section`, `known: ${ROLES.join(", ")}`);
  if (id !== undefined && !NAME.test(id))
    fail(call, `${id} cannot be an id`, "small letters, digits and hyphens, a letter first");
  return id === undefined || !role ? "" : leave(call, { kind: "section", id, role, place: call.place });
}

/** `{{abbr "CAS" "Chinese Academy of Sciences"}}`: an abbreviation with what it stands for. */
export function abbr(call: Call): string {
  checkOptions(call, []);
  const text = textArgument(call, 0, "the abbreviation");
  const title = textArgument(call, 1, "what it stands for");
  if (text === undefined || title === undefined) return "";
  // What it stands for is shown where the reader asks for it.
  lint(title, () => call.place, call.workshop);
  return inline(call, { kind: "abbreviation", text, title, place: call.place });
}
