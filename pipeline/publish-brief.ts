import type { PublishArguments } from "./arguments.ts";
import { composeBrief, isFamily } from "./build.ts";
import { problemText } from "./host/display.ts";
import { filesOfEdition, lockSite, maybeSite } from "./host/site.ts";
import { keptDoc, recordOf } from "./editions/record.ts";
import { verifyEdition } from "./editions/verify.ts";
import { recordText } from "./load/record.ts";
import type { Composed, Rendered } from "./model/brief.ts";
import { error, hasErrors, type Problem } from "./model/problem.ts";
import type { EditionRecord } from "./model/record.ts";
import type { Host, Outcome } from "./model/stage.ts";
import { openBriefs, type OpenBriefs } from "./open-briefs.ts";
import { putEdition } from "./put-edition.ts";
import { finishUnderway, noSite, unrecorded } from "./site-lists.ts";
import { EXIT, wrongUsage, type Terminal } from "./terminal.ts";

/**
 * Publishes a brief as an edition: builds it, reads it back, freezes its files in the site and its record in the data, and
 * makes the site's lists anew. Killed at any moment, it is finished or undone at the next start.
 */
export async function publishBrief(args: PublishArguments, terminal: Terminal): Promise<number> {
  const publishing = { kind: args.kind, reason: args.reason };
  const open = openBriefs(args, [args.brief], terminal, { publishing });
  if (typeof open === "string") return wrongUsage(open, terminal);
  if (args.brief.includes("/") || (await isFamily(args.brief, open.host)))
    return wrongUsage("the briefs of a family are built, and can't be published as editions yet", terminal);
  if (!maybeSite(args.site)) return wrongUsage(noSite(args, terminal), terminal);
  const release = lockSite(args.site);
  if (release === undefined)
    return wrongUsage(`another publish is under way in ${args.site}: wait for its end`, terminal);
  try {
    const underway = finishUnderway(args, open.host);
    return await publish(args, open, terminal, underway);
  } finally {
    release();
  }
}

async function publish(
  args: PublishArguments,
  { host, display }: OpenBriefs,
  terminal: Terminal,
  underway: readonly Problem[],
): Promise<number> {
  const { value, problems } = underway.length > 0 ? { problems: underway } : await made(args, host);
  if (problems.length > 0) terminal.stderr(`${problems.map((each) => problemText(each, display)).join("\n")}\n`);
  if (value === undefined || hasErrors(problems)) {
    terminal.stdout(`${args.brief}: nothing published\n`);
    return EXIT.problems;
  }
  const { brief, files } = value;
  const sha256 = (bytes: Uint8Array): string => host.sha256(bytes);
  const frozen = recordOf(brief, args.reason, files, sha256);
  const edition = { brief: args.brief, edition: frozen.record.edition };
  const parts = { files: frozen.files, kept: keptOf(brief, files), record: recordText(frozen.record) };
  putEdition(edition, args, host, parts);
  terminal.stdout(
    `${args.brief}: published as ${frozen.record.edition}, ${frozen.files.size} files${toldIn(frozen.record)}${sameDay(frozen.record)}\n`,
  );
  return EXIT.done;
}

/** How much an edition says otherwise than the one before it. */
function toldIn({ before, changes, sentences, charts, substantial }: EditionRecord): string {
  if (before === undefined) return "";
  const counts = [
    [new Set(changes.map(({ figure }) => figure)).size, "figure", "figures"],
    [sentences.length, "sentence", "sentences"],
    [charts.length, "chart", "charts"],
  ] as const;
  const told = counts.flatMap(([count, one, many]) => (count === 0 ? [] : [`${count} ${count === 1 ? one : many}`]));
  if (told.length === 0) return `; nothing in it differs from ${before}`;
  return `; against ${before}: ${told.join(", ")}${substantial ? ", some of it substantial" : ""}`;
}

/** That the day of an edition may be the last one's, kept by oversight. */
const sameDay = ({ edition, date }: EditionRecord): string =>
  edition === date
    ? ""
    : `; ${date} has an edition already: where this one is of another day, edition.date in brief.yaml or --date says so`;

interface Made {
  readonly brief: Rendered;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** The finished and proved files of an edition, in memory. */
async function made(args: PublishArguments, host: Host): Promise<Outcome<Made>> {
  const composed = await composeBrief(args.brief, host, { strict: false });
  if (composed.value === undefined || hasErrors(composed.problems)) return { problems: composed.problems };
  const altered = alteredEditions(composed.value, args, host);
  const refused = [...refusals(composed.value), ...altered, ...unrecorded(args, host)];
  if (refused.length > 0) return { problems: [...composed.problems, ...refused] };
  const [{ render }, { prove }, { publish: files }] = await Promise.all([
    import("./render/render.ts"),
    import("./prove/prove.ts"),
    import("./publish/publish.ts"),
  ]);
  const rendered = await render(composed.value, host);
  const proved = rendered.value && (await prove(rendered.value, host));
  const problems = [...composed.problems, ...rendered.problems, ...(proved?.problems ?? [])];
  if (proved?.value === undefined || hasErrors(problems)) return { problems };
  let all: ReadonlyMap<string, Uint8Array> = new Map();
  await files(proved.value, { ...host, replaceOutput: (_, made_) => (all = made_) });
  return { value: { brief: proved.value, files: all }, problems };
}

/** Why an edition cannot be published as it is asked. */
function refusals({ records, settings }: Composed): readonly Problem[] {
  const { kind, date } = settings.edition;
  const [first, last] = [records[0], records.at(-1)];
  const refuse = (message: string, hint: string): Problem =>
    error("edition/refused", settings.place, message, { hint });
  if (kind === "first" && first)
    return [refuse(`The first edition was published already, on ${first.date}`, "publish a revision or a correction")];
  if (kind !== "first" && !last)
    return [
      refuse(`No edition was published that a ${kind} could follow`, "publish the first edition, with --kind first"),
    ];
  if (last && last.date > date)
    return [
      refuse(
        `The edition of ${last.date} is later than this one, of ${date}`,
        "give the edition its day in brief.yaml, or with --date",
      ),
    ];
  return [];
}

/** Earlier editions of the brief that are not as they were published: nothing is published over them. */
const alteredEditions = ({ records }: Composed, args: PublishArguments, host: Host): readonly Problem[] =>
  records.flatMap((record) => verifyEdition(record, filesOfEdition(record, args), (bytes) => host.sha256(bytes)));

/** What "what changed" needs of an edition: its ledger, its text and its charts. */
function keptOf({ doc }: Rendered, files: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> {
  const charts = [...files].filter(([path]) => /^charts\/[^/]+\.svg$/.test(path));
  const ledger = files.get("figures.json");
  return new Map([
    ...charts,
    ...(ledger ? [["figures.json", ledger] as const] : []),
    ["doc.json", keptDoc(doc)] as const,
  ]);
}
