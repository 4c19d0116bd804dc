import { relative } from "node:path";
import { EXEMPT_RULES, type Exempt } from "../model/brief.ts";
import { byCodeUnit } from "../model/id.ts";
import { placeText } from "../model/place.ts";
import type { Problem } from "../model/problem.ts";
import { realPath, type Folders } from "./files.ts";

/** How problems reach a person or a program. */
export interface Display {
  readonly folders: Folders;
  readonly cwd: string;
  readonly colour: boolean;
  /** The text of a file, for the line that is shown. */
  source(file: string): string | undefined;
}

/** The path of a logical file as seen from the current folder, with forward slashes. */
export function shownPath(file: string, display: Pick<Display, "folders" | "cwd">): string {
  const real = realPath(file, display.folders);
  return real === undefined ? file : relative(display.cwd, real).replaceAll("\\", "/");
}

const PAINTS = { error: "31", warning: "33", hint: "36", dim: "2" } as const;
const paint = (text: string, colour: keyof typeof PAINTS, display: Display): string =>
  display.colour ? `\u001b[${PAINTS[colour]}m${text}\u001b[0m` : text;

/** Text in which characters that move a terminal's cursor, or turn the direction of its text, have become U+FFFD. */
const visible = (text: string): string => text.replace(/(?![\t\n])[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, "\ufffd");

/** A problem for a person: place, sentence, the line with a caret, the arithmetic, the hint. */
export function problemText(problem: Problem, display: Display): string {
  const { place, level, code } = problem;
  const where = placeText({ ...place, file: shownPath(place.file, display) });
  const lines = [
    `${where}: ${paint(level, level, display)} ${code}`,
    `  ${visible(problem.message)}`,
    ...excerpt(problem, display),
  ];
  if (problem.arithmetic !== undefined)
    lines.push(
      ...visible(problem.arithmetic)
        .split("\n")
        .map((line) => `  ${line}`),
    );
  if (problem.hint !== undefined) lines.push(`  ${paint("hint:", "hint", display)} ${visible(problem.hint)}`);
  return `${lines.join("\n")}\n`;
}

const WIDEST = 120;

function excerpt({ place }: Problem, display: Display): readonly string[] {
  const line = visible(display.source(place.file)?.split(/\r?\n/)[place.line - 1] ?? "");
  if (line.trim() === "") return [];
  // A long line of prose is cut around the caret, so that the caret stays under what it means.
  const start = place.column - 1 > WIDEST - 40 ? Math.max(place.column - 60, 0) : 0;
  const shown = line.slice(start, start + WIDEST);
  const mark = "^".repeat(
    Math.min(Math.max(place.length ?? 1, 1), Math.max(shown.length - (place.column - 1 - start), 1)),
  );
  const gutter = String(place.line).padStart(6);
  // Tabs keep their width in front of the caret.
  const lead = shown.slice(0, place.column - 1 - start).replace(/[^\t]/g, " ");
  return [
    `${paint(`${gutter} | `, "dim", display)}${shown}`,
    `${paint(`${" ".repeat(6)} | `, "dim", display)}${lead}${mark}`,
  ];
}

/** A problem as one JSON line. */
export function problemJson(problem: Problem, display: Display): string {
  const { place, ...rest } = problem;
  const { line, column } = place;
  return `${JSON.stringify({ file: shownPath(place.file, display), line, column, ...rest })}\n`;
}

/** A problem as GitHub Actions reads it: an annotation at the line (workflow commands, `::error file=…`). */
export function problemAnnotation(problem: Problem, display: Display): string {
  const data = (text: string): string => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
  const property = (text: string): string => data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
  const { place, level, code } = problem;
  const properties = [
    ["file", shownPath(place.file, display)],
    ["line", String(place.line)],
    ["col", String(place.column)],
    ["title", code],
  ].map(([key = "", value = ""]) => `${key}=${property(value)}`);
  const text = [problem.message, problem.arithmetic, problem.hint && `hint: ${problem.hint}`]
    .filter(Boolean)
    .join("\n");
  return `::${level} ${properties.join(",")}::${data(text)}\n`;
}

/** A number or word that may stand unbound, for a person: place, text, and the rule that lets it pass. */
export function exemptText({ text, place, rule }: Exempt, display: Display): string {
  const where = placeText({ ...place, file: shownPath(place.file, display) });
  return `${where}: exempt ${JSON.stringify(text)}: ${rule}, ${EXEMPT_RULES[rule]}\n`;
}

/** A number or word that may stand unbound, as one JSON line. */
export function exemptJson({ text, place, rule }: Exempt, display: Display): string {
  const { line, column } = place;
  const file = shownPath(place.file, display);
  return `${JSON.stringify({ type: "exempt", file, line, column, text, rule, words: EXEMPT_RULES[rule] })}\n`;
}

/** How often each code occurs, for a summary that programs read. */
export function countByCode(problems: readonly Problem[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const { code } of problems) counts.set(code, (counts.get(code) ?? 0) + 1);
  return Object.fromEntries([...counts].toSorted(([a], [b]) => byCodeUnit(a, b)));
}
