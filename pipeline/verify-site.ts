import type { VerifyArguments } from "./arguments.ts";
import { verifyEdition } from "./editions/verify.ts";
import { problemText, type Display } from "./host/display.ts";
import { filesOfEdition, filesOfSite, lockSite, maybeSite } from "./host/site.ts";
import { readSiteHouse } from "./load/site.ts";
import { error, type Problem } from "./model/problem.ts";
import { openBriefs } from "./open-briefs.ts";
import { expectedLists, finishUnderway, isFrozen, noSite, rebuildLists, unrecorded } from "./site-lists.ts";
import { EXIT, wrongUsage, type Terminal } from "./terminal.ts";

/** Holds every file of a site against the records: each as it was published, none missing, none besides. */
export function verifySite(args: VerifyArguments, terminal: Terminal): number {
  const open = openBriefs(args, [], terminal);
  if (typeof open === "string") return wrongUsage(open, terminal);
  const { host, known, display } = open;
  const { records } = readSiteHouse(host, known);
  const other = unrecorded(args, host);
  if (other.length > 0) {
    terminal.stderr(told(other, display));
    terminal.stdout("not verified: these are not the data of the site\n");
    return EXIT.problems;
  }
  const sha256 = (bytes: Uint8Array): string => host.sha256(bytes);
  const all = filesOfSite(args.site);
  const frozen = records.flatMap((record) => verifyEdition(record, filesOfEdition(record, args), sha256));
  const editions = new Set(records.map(({ brief, edition }) => `${brief}/editions/${edition}`));
  const strays = [...all.keys()].filter(
    (path) => isFrozen(path) && !editions.has(path.split("/").slice(0, 3).join("/")),
  );
  const lists = expectedLists(args, host);
  const wrong = [...lists].filter(
    ([path, bytes]) =>
      !path.startsWith(".") && (all.get(path) === undefined || sha256(all.get(path) ?? bytes) !== sha256(bytes)),
  );
  const more = [...all.keys()].filter((path) => !isFrozen(path) && !lists.has(path));
  const problems = [
    ...frozen,
    ...strays.map((path) => siteProblem(path, "belongs to no edition that has a record", UNRECORDED)),
    ...wrong.map(([path]) => siteProblem(path, all.has(path) ? "is not as the records have it" : "is missing")),
    ...more.map((path) => siteProblem(path, "is no file of the site", `${REBUILD}, and takes this one away`)),
  ];
  if (problems.length > 0) terminal.stderr(told(problems, display));
  const count = `${records.length} ${records.length === 1 ? "edition" : "editions"}, ${all.size} files`;
  terminal.stdout(problems.length === 0 ? `verified: ${count}\n` : `not verified: ${problems.length} of ${count}\n`);
  return problems.length === 0 ? EXIT.done : EXIT.problems;
}

const UNRECORDED = "bring the edition's record back from version control; if it never had one, take its folder away";
const REBUILD = "footing publish --rebuild-lists makes all but the editions anew";

const told = (problems: readonly Problem[], display: Display): string =>
  `${problems.map((each) => problemText(each, display)).join("\n")}\n`;

const siteProblem = (path: string, what: string, hint = REBUILD): Problem =>
  error("edition/altered", { file: path, line: 1, column: 1 }, `${path} ${what}`, { hint });

/** Makes the lists of a site anew, after finishing what a killed publish left. */
export function rebuildSite(args: VerifyArguments, terminal: Terminal): number {
  const open = openBriefs(args, [], terminal);
  if (typeof open === "string") return wrongUsage(open, terminal);
  if (!maybeSite(args.site)) return wrongUsage(noSite(args, terminal), terminal);
  const release = lockSite(args.site);
  if (release === undefined)
    return wrongUsage(`another publish is under way in ${args.site}: wait for its end`, terminal);
  try {
    const underway = finishUnderway(args, open.host);
    const other = underway.length > 0 ? underway : unrecorded(args, open.host);
    if (other.length > 0) {
      terminal.stderr(told(other, open.display));
      return EXIT.problems;
    }
    rebuildLists(args, open.host);
    terminal.stdout("lists made anew\n");
    return EXIT.done;
  } finally {
    release();
  }
}
