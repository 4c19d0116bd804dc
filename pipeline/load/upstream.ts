import type { Column, Dataset } from "../model/dataset.ts";
import { error, nearest } from "../model/problem.ts";
import { hostOf, isFetchable, type FetchLimits, type Upstream } from "../model/upstream.ts";
import type { Draft } from "./dataset-draft.ts";
import type { DatasetFile } from "./dataset-shape.ts";
import { defined } from "./defined.ts";
import type { Reader } from "./reader.ts";
import { keyPlaceAt, written, type Scalar } from "./tree.ts";

/** Where a dataset's numbers come from, and how its rows and columns are called there. */
export function readUpstream(
  draft: Draft,
  { upstream }: DatasetFile,
  columns: readonly Column[],
): Upstream | undefined {
  if (upstream === undefined) return undefined;
  const { url, rows, match, columns: numbers, where = {}, retrieved, sha256 } = upstream;
  const place = keyPlaceAt(draft.tree, ["upstream"]);
  const { problems } = draft.reader;
  if (!isFetchable(url.text)) {
    const message = `"${url.text}" is no address that data are fetched from`;
    problems.push(error("upstream/not-listed", url.place, message, { hint: "write an https address" }));
  }
  for (const [kinds, part, given] of [
    [["id", "period", "text"], "match", match],
    [["number"], "columns", numbers],
  ] as const) {
    const known = columns.filter(({ kind }) => (kinds as readonly string[]).includes(kind)).map(({ name }) => name);
    for (const name of Object.keys(given)) {
      if (known.includes(name)) continue;
      const near = nearest(name, known);
      const hint = near === undefined ? `there are ${known.join(", ")}` : `did you mean ${near}?`;
      const message = `"${name}" is no column of ${part === "match" ? "names" : "numbers"} of this dataset`;
      problems.push(error("name/unknown", keyPlaceAt(draft.tree, ["upstream", part, name]), message, { hint }));
    }
  }
  for (const { name } of columns.filter(({ kind }) => kind === "id" || kind === "period")) {
    if (name in match) continue;
    const message = `Nothing says what the column "${name}", which names the rows, is called upstream`;
    const hint = `add it under match, as match: { ${name}: NAME }`;
    problems.push(error("shape/missing-key", keyPlaceAt(draft.tree, ["upstream", "match"]), message, { hint }));
  }
  return {
    url: written(url),
    rows: (rows?.text ?? "").split(".").filter((step) => step !== ""),
    match: textsOf(match),
    columns: textsOf(numbers),
    where: textsOf(where),
    ...defined({ retrieved: retrieved && written(retrieved), sha256: sha256 && written(sha256) }),
    place,
  };
}

const textsOf = (record: Readonly<Record<string, Scalar>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(record).map(([name, { text }]) => [name, text]));

/** Datasets whose upstream is at a host that brief.yaml does not list. */
export function reportHosts(reader: Reader, datasets: readonly Dataset[], limits: FetchLimits | undefined): void {
  for (const { upstream } of datasets) {
    const host = upstream && hostOf(upstream.url.text);
    if (!upstream || host === undefined || !isFetchable(upstream.url.text) || limits?.hosts.includes(host)) continue;
    const message = `brief.yaml does not list ${host} among the hosts that data are fetched from`;
    const hint = `add upstream: { hosts: [${host}] } to brief.yaml`;
    reader.problems.push(error("upstream/not-listed", upstream.url.place, message, { hint }));
  }
}
