import type { BuildArguments, RefreshArguments } from "./arguments.ts";
import { buildBriefs } from "./build-briefs.ts";
import { buildBrief, composeBrief, isFamily } from "./build.ts";
import { isDrawnAlike } from "./editions/charts.ts";
import { proposalOf, type Proposal, type RedrawnChart } from "./editions/proposal.ts";
import { chartsIn } from "./editions/redrawn.ts";
import { problemText, shownPath, type Display } from "./host/display.ts";
import { recover, refusal } from "./host/output.ts";
import { diffLedgers, isNews } from "./ledger/diff.ts";
import type { Composed } from "./model/brief.ts";
import { placeText } from "./model/place.ts";
import type { Problem } from "./model/problem.ts";
import { chartsOf } from "./model/record.ts";
import type { Host } from "./model/stage.ts";
import { openBriefs } from "./open-briefs.ts";
import { chartFiles } from "./render/chart-file.ts";
import { refreshBriefs } from "./refresh-briefs.ts";
import { summaryLine } from "./summary.ts";
import { openTypefaces } from "./type/typefaces.ts";
import { EXIT, wrongUsage, type Terminal } from "./terminal.ts";

/** The folder under out/ that holds what is proposed to an editor. */
const PROPOSAL = "proposal";

/**
 * Does what a schedule does: refreshes upstream data, builds and proves, and holds the ledger against the last edition's.
 * Exit 0 nothing moved, 10 something did and out/proposal/ says what, 1 problems, 3 a fetch failed.
 */
export async function regenerateBriefs(args: RefreshArguments, terminal: Terminal): Promise<number> {
  const refreshed = await refreshBriefs(args, terminal);
  if (refreshed !== EXIT.done) return refreshed;
  const open = openBriefs(args, args.briefs, terminal);
  if (typeof open === "string") return wrongUsage(open, terminal);
  const { known, display } = open;
  const today = args.today ?? open.host.dateFromEpoch;
  const host = today === undefined ? open.host : { ...open.host, today };
  const refused = refusal(args.out, PROPOSAL);
  if (refused !== undefined) return wrongUsage(`${refused}: name another folder with --out`, terminal);
  recover(args.out);
  const files = new Map<string, Uint8Array>();
  let wrong = false;
  for (const id of args.briefs.length > 0 ? [...new Set(args.briefs)] : known) {
    if (await isFamily(id, host)) {
      // No edition of a family is proposed: it is built and proved, and its problems are told.
      wrong = (await buildBriefs(buildingOf(args, id), terminal)) !== EXIT.done || wrong;
      continue;
    }
    const start = performance.now();
    // What moved is a new edition's, of this day; what did not stays the edition that it is.
    const dated = today === undefined ? host : { ...host, proposedOn: today };
    const moved = await movedSince(id, dated);
    const report = await buildBrief(id, moved ? dated : host, { strict: false, prove: true, write: true });
    const { problems } = report;
    if (problems.length > 0) terminal.stderr(`${problems.map((each) => problemText(each, display)).join("\n")}\n`);
    const line = summaryLine(report, (performance.now() - start) / 1000, { verb: "build", out: args.out }, terminal);
    terminal.stdout(`${line}\n`);
    wrong ||= !report.passed;
    const checks = [line.replace(/, [\d.]+ s$/, ""), ...problems.map((each) => said(each, display))];
    const proposal = report.passed && moved ? proposalOf({ ...moved, checks, chartsAt: args.chartsAt }) : undefined;
    if (proposal) put(files, id, proposal);
  }
  const anyMoved = files.size > 0;
  const briefs = [...new Set([...files.keys()].map((path) => path.split("/")[0]))];
  files.set("manifest.json", new TextEncoder().encode(`${JSON.stringify({ schema: 1, briefs })}\n`));
  host.replaceOutput(PROPOSAL, files);
  if (wrong) return EXIT.problems;
  return anyMoved ? EXIT.moved : EXIT.done;
}

/** What a command line would ask for, to have a family built and proved. */
const buildingOf = (args: RefreshArguments, family: string): BuildArguments => ({
  ...args,
  verb: "build",
  briefs: [family],
  strict: false,
  prove: true,
  exempt: false,
  quiet: false,
  timings: false,
  watch: false,
});

function put(files: Map<string, Uint8Array>, id: string, { title, body, whole, drawings }: Proposal): void {
  const utf8 = new TextEncoder();
  for (const [path, svg] of drawings) files.set(`${id}/${path}`, utf8.encode(svg));
  files.set(`${id}/title.txt`, utf8.encode(title));
  files.set(`${id}/body.md`, utf8.encode(body));
  files.set(`${id}/changes.md`, utf8.encode(whole));
}

/** What moved since the last edition; undefined where nothing did, or no edition was published yet. */
async function movedSince(id: string, host: Host): Promise<Moved | undefined> {
  const { value } = await composeBrief(id, host, { strict: false });
  if (value?.last === undefined || !diffLedgers(value.last, value.ledger).figures.some(isNews)) return undefined;
  return { old: value.last, now: value.ledger, charts: await redrawnSince(value, host) };
}

type Moved = Omit<Parameters<typeof proposalOf>[0], "checks" | "chartsAt">;

const said = ({ level, code, message, place }: Problem, display: Display): string =>
  `${level} \`${code}\` at ${placeText({ ...place, file: shownPath(place.file, display) })}: ${message}`;

/** The charts that are drawn otherwise than in the last edition, and those that were drawn in one of them alone. */
async function redrawnSince(brief: Composed, host: Host): Promise<readonly RedrawnChart[]> {
  const { id, doc, records, drawings } = brief;
  const last = records.at(-1);
  const before = (chart: string): string | undefined => {
    const file = host.read(`data/${id}/editions/${last?.edition}/charts/${chart}.svg`);
    return file && new TextDecoder().decode(file);
  };
  const shown = chartsIn(doc);
  const files = await chartFiles(brief, await openTypefaces(host));
  const redrawn = shown.flatMap((each): readonly RedrawnChart[] => {
    const [drawing, old] = [drawings.get(each.chart), before(each.chart)];
    if (drawing === undefined || (old !== undefined && isDrawnAlike(old, drawing.download.svg))) return [];
    return [{ chart: each.chart, old, new: files.get(each.svg) }];
  });
  const gone = (last ? chartsOf(last) : []).filter((each) => !shown.some(({ chart }) => chart === each));
  return [...redrawn, ...gone.map((chart) => ({ chart, old: before(chart), new: undefined }))];
}
