import { openBrief, type OpenedFamily, type Prepared, type Report } from "./build.ts";
import { closeFamilyFolder, openFamilyFolder } from "./host/family-output.ts";
import type { FolderReport } from "./kept-folder.ts";
import { makeBriefs } from "./make-briefs.ts";
import type { Derived } from "./model/brief.ts";
import type { Listed } from "./model/family.ts";
import { hasErrors } from "./model/problem.ts";
import type { Host } from "./model/stage.ts";
import { isInShard } from "./shard.ts";
import { nothingOf, tell, tellMember, tellMore, type Telling } from "./telling.ts";

/** Makes the briefs of a folder of data: its one brief, or the members of a family, and the list of them. */
export async function buildFolder(
  folder: string,
  only: ReadonlySet<string> | undefined,
  host: Host,
  telling: Telling,
): Promise<FolderReport> {
  const { args, terminal } = telling;
  const { briefs, family } = await openBrief(folder, host, only);
  // Whether what could not be read is a family cannot be told: its problems are.
  const isUnread = family === undefined && briefs.some(({ outcome }) => hasErrors(outcome.problems));
  const asked = isUnread ? [] : [...(only ?? [])];
  const missing = asked.filter((name) => !briefs.some(({ id }) => id === `${folder}/${name}`));
  for (const name of missing) terminal.stderr(`footing: ${noMember(folder, name, family)}\n`);
  const strange = missing.map((name) => nothingOf(`${folder}/${name}`));
  if (family === undefined && only !== undefined && !isUnread) return { reports: strange };
  const wanted = briefs.filter(({ id }) => isInShard(id, args.shard));
  if (family === undefined)
    return { reports: await makeBriefs(wanted, host, telling, (report) => tell(report, telling)) };
  tell({ ...nothingOf(folder), problems: family.problems }, telling);
  if (args.verb === "build") openFamilyFolder(args.out, folder);
  const made = await makeBriefs(wanted, host, telling, (report) => tellMember(report, telling));
  tellMore(telling);
  if (args.verb === "build" && only === undefined)
    writeFamily(family, made, {
      folder,
      wanted,
      host,
      out: args.out,
      files: (await import("./families/files.ts")).familyFiles,
    });
  return { reports: [...strange, ...made], family: { problems: family.problems } };
}

const noMember = (folder: string, name: string, family: OpenedFamily | undefined): string =>
  family === undefined ? `${folder} is one brief, and has no members` : `${folder} has no member ${name}`;

interface Place {
  readonly folder: string;
  readonly wanted: readonly Prepared[];
  readonly host: Host;
  readonly out: string;
  readonly files: (brief: Derived, members: readonly Listed[], host: Host) => ReadonlyMap<string, Uint8Array>;
}

function writeFamily(
  { brief }: OpenedFamily,
  made: readonly Report[],
  { folder, wanted, host, out, files }: Place,
): void {
  const listed = made.flatMap((report) => report.listed ?? []);
  const members = new Set(wanted.map(({ id }) => id.slice(folder.length + 1)));
  closeFamilyFolder(out, folder, files(brief, listed, host), members);
}
