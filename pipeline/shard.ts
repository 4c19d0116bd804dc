import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A piece of the work, of so many: 1 to N. */
export interface Shard {
  readonly piece: number;
  readonly of: number;
}

/** Whether a brief is in the piece of the work that was asked for: by the hash of its name, whatever others there are. */
export function isInShard(brief: string, shard: Shard | undefined): boolean {
  if (shard === undefined) return true;
  return createHash("sha256").update(brief).digest().readUInt32BE() % shard.of === shard.piece - 1;
}

/** The file that says which piece of a work a folder of finished briefs is. */
const FILE = "shard.json";

/** Notes in a folder of finished briefs which piece it is. */
export function writeShardFile(out: string, { piece, of }: Shard): void {
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, FILE), `${JSON.stringify({ schema: 1, piece, of })}\n`);
}

/** Which piece a folder of finished briefs is; undefined for one that is whole, or no such folder. */
export function readShardFile(out: string): Shard | undefined {
  try {
    const { piece, of } = JSON.parse(readFileSync(join(out, FILE), "utf8")) as Partial<Shard>;
    return typeof piece === "number" && typeof of === "number" ? { piece, of } : undefined;
  } catch {
    return undefined;
  }
}
