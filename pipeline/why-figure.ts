import type { WhyArguments } from "./arguments.ts";
import { composeBrief } from "./build.ts";
import { problemJson, problemText, shownPath } from "./host/display.ts";
import { traceJson, traceText } from "./ledger/trace-text.ts";
import { traceOf } from "./ledger/trace.ts";
import { load } from "./load/load.ts";
import { withKey } from "./model/family.ts";
import type { FigureId } from "./model/id.ts";
import { inOrder, nearest } from "./model/problem.ts";
import { openBriefs, type OpenBriefs } from "./open-briefs.ts";
import { EXIT, wrongUsage, type Terminal } from "./terminal.ts";

/** Prints where a figure of a brief comes from, and where it is shown; writes nothing. */
export async function whyFigure(args: WhyArguments, terminal: Terminal): Promise<number> {
  const open = openBriefs(args, [args.brief], terminal);
  if (typeof open === "string") return wrongUsage(open, terminal);
  const { brief, figure } = args;
  if (figure === undefined)
    return wrongUsage(`say which figure: footing why ${brief} ${example(args, open)}`, terminal);
  const { value, problems } = await composeBrief(brief, open.host, { strict: false });
  if (value === undefined) {
    const shown = inOrder(problems).filter(({ level }) => level === "error");
    if (args.json) terminal.stdout(shown.map((problem) => problemJson(problem, open.display)).join(""));
    else terminal.stderr(`${shown.map((problem) => problemText(problem, open.display)).join("\n")}\n`);
    return EXIT.problems;
  }
  const known = [...value.figures.keys(), ...value.gaps.keys()];
  const named = value.member && !known.includes(figure as FigureId) ? withKey(figure, value.member.key) : figure;
  const trace = traceOf(named, value, (file) => shownPath(file, open.display));
  if (trace === undefined) return wrongUsage(unknownFigure(named, known), terminal);
  terminal.stdout(args.json ? traceJson(brief, trace) : traceText(trace));
  return EXIT.done;
}

/** An id of the brief, to show what ids look like. */
function example({ brief }: WhyArguments, { host }: OpenBriefs): string {
  const [folder = ""] = brief.split("/");
  const [first] = load(folder, host).value?.given.keys() ?? [];
  return first ?? "dataset.row.column";
}

const MOST = 3;

/** Names the figures of a dataset or row that was asked for, or those that are spelt most like it. */
function unknownFigure(figure: string, known: readonly string[]): string {
  const inside = known.filter((id) => id.startsWith(`${figure}.`));
  const near = inside.length > 0 ? inside.slice(0, MOST) : nearestFew(figure, known);
  const more = inside.length > MOST ? `, and ${inside.length - MOST} more` : "";
  return `there is no figure ${figure}${near.length > 0 ? `: did you mean ${near.join(", ")}${more}?` : ""}`;
}

function nearestFew(wrong: string, known: readonly string[]): readonly string[] {
  const few: string[] = [];
  while (few.length < MOST) {
    const near = nearest(
      wrong,
      known.filter((id) => !few.includes(id)),
    );
    if (near === undefined) break;
    few.push(near);
  }
  return few;
}
