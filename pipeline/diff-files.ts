import { relative } from "node:path";
import type { DiffArguments } from "./arguments.ts";
import { readLedgerText } from "./host/ledger-file.ts";
import { diffLedgers } from "./ledger/diff.ts";
import { diffJson, diffMarkdown, diffText } from "./ledger/diff-text.ts";
import { ledgerFrom } from "./load/last-edition.ts";
import type { Ledger } from "./model/figure.ts";
import { EXIT, wrongUsage, type Terminal } from "./terminal.ts";

const FORMS = { text: diffText, markdown: diffMarkdown, json: diffJson } as const;

/** Holds two ledgers on disk against each other; 10 when a figure moved. */
export function diffFiles(args: DiffArguments, terminal: Terminal): number {
  const [old, now] = [read(args.old, terminal), read(args.new, terminal)];
  if (typeof old === "string") return wrongUsage(old, terminal);
  if (typeof now === "string") return wrongUsage(now, terminal);
  const diff = diffLedgers(old, now);
  terminal.stdout(FORMS[args.form](diff));
  return diff.moved > 0 ? EXIT.moved : EXIT.done;
}

function read(path: string, terminal: Terminal): Ledger | string {
  const name = relative(terminal.cwd, path) || ".";
  const text = readLedgerText(path);
  if (text === undefined) return `there is no ledger at ${name}: name a figures.json, or a folder that holds one`;
  const result = ledgerFrom(text);
  return "ledger" in result ? result.ledger : `${name} is no ledger: ${result.wrong}`;
}
