import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { MergeArguments } from "./arguments.ts";
import { openBrief } from "./build.ts";
import { closeFamilyFolder, openFamilyFolder } from "./host/family-output.ts";
import { recover, refusal } from "./host/output.ts";
import { filesBelow } from "./host/site.ts";
import type { Listed } from "./model/family.ts";
import type { Host } from "./model/stage.ts";
import { openBriefs } from "./open-briefs.ts";
import { isInShard, readShardFile, type Shard } from "./shard.ts";
import { EXIT, wrongUsage, type Terminal } from "./terminal.ts";

/** Joins what several machines built of one work into one folder, as one machine would have written it. */
export async function mergePieces(args: MergeArguments, terminal: Terminal): Promise<number> {
  const open = openBriefs(args, [], terminal);
  if (typeof open === "string") return wrongUsage(open, terminal);
  const pieces = readPieces(args.pieces, terminal.cwd);
  if (typeof pieces === "string") return wrongUsage(pieces, terminal);
  const refused = open.known.map((brief) => refusal(args.out, brief)).find((why) => why !== undefined);
  if (refused !== undefined) return wrongUsage(`${refused}: name another folder with --out`, terminal);
  recover(args.out);
  let missing = 0;
  for (const folder of open.known) {
    const { there, wanted } = await mergeFolder(folder, pieces, open.host, args.out);
    missing += wanted - there;
    terminal.stdout(`${folder}: ${there} of ${wanted} merged into ${relative(terminal.cwd, join(args.out, folder))}\n`);
  }
  return missing === 0 ? EXIT.done : EXIT.problems;
}

/** The folders of the pieces, first to last, or what is wrong with them. */
function readPieces(folders: readonly string[], cwd: string): readonly string[] | string {
  const found = folders.map((folder) => ({ folder, shard: readShardFile(folder) }));
  const strange = found.find(({ shard }) => shard === undefined);
  if (strange) return `${relative(cwd, strange.folder)} is no piece: it was not built with --shard`;
  const shards = found.flatMap(({ folder, shard }) => (shard ? [{ folder, shard }] : []));
  const of = shards[0]?.shard.of ?? 0;
  const other = shards.find(({ shard }) => shard.of !== of);
  if (other) return `${relative(cwd, other.folder)} is one of ${other.shard.of} pieces, and others of ${of}`;
  const inOrder = Array.from({ length: of }, (_, index) => shards.filter(({ shard }) => shard.piece === index + 1));
  const lacking = inOrder.findIndex((each) => each.length === 0);
  if (lacking >= 0) return `piece ${lacking + 1} of ${of} is missing`;
  const twice = inOrder.findIndex((each) => each.length > 1);
  if (twice >= 0) return `piece ${twice + 1} of ${of} is there twice`;
  return inOrder.flatMap((each) => each.map(({ folder }) => folder));
}

async function mergeFolder(
  folder: string,
  pieces: readonly string[],
  host: Host,
  out: string,
): Promise<{ readonly there: number; readonly wanted: number }> {
  const { briefs, family } = await openBrief(folder, host);
  const listed = new Map<string, Listed>();
  if (family) {
    openFamilyFolder(out, folder);
    for (const piece of pieces) for (const each of listedIn(join(piece, folder))) listed.set(each.name, each);
  }
  let there = 0;
  for (const { id } of briefs) {
    const piece = pieces.find((_, index) => isInShard(id, shardOf(index, pieces)));
    const own = join(piece ?? "", id);
    const isMade = existsSync(join(own, "manifest.json")) && (!family || listed.has(id.slice(folder.length + 1)));
    if (!isMade) continue;
    host.replaceOutput(id, filesBelow(own));
    there += 1;
  }
  if (family) {
    const { familyFiles } = await import("./families/files.ts");
    const members = new Set(briefs.map(({ id }) => id.slice(folder.length + 1)));
    closeFamilyFolder(out, folder, familyFiles(family.brief, [...listed.values()], host), members);
  }
  return { there, wanted: briefs.length };
}

const shardOf = (index: number, pieces: readonly string[]): Shard => ({ piece: index + 1, of: pieces.length });

function listedIn(folder: string): readonly Listed[] {
  const file = join(folder, "members.json");
  if (!existsSync(file)) return [];
  const { members } = JSON.parse(readFileSync(file, "utf8")) as { readonly members?: readonly Listed[] };
  return members ?? [];
}
