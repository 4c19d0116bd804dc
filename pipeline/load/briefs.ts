import { byCodeUnit, NAME } from "../model/id.ts";
import { error } from "../model/problem.ts";
import type { Host, Outcome } from "../model/stage.ts";
import { headOf } from "./positions.ts";

/** The briefs under data/: folders that hold a brief.yaml, in code unit order. */
export function briefsIn(host: Host): Outcome<readonly string[]> {
  const folders = host.list("data");
  if (folders === undefined) {
    const hint = "add a folder data/BRIEF with a brief.yaml, or name the folder with --data";
    return { problems: [error("file/missing", headOf("data"), "There is no folder data", { hint })] };
  }
  const briefs = folders.filter((folder) => host.list(`data/${folder}`)?.includes("brief.yaml")).toSorted(byCodeUnit);
  return { value: briefs, problems: briefs.flatMap(nameProblems) };
}

/** What is wrong with the name of a brief. */
export const nameProblems = (id: string): readonly ReturnType<typeof error>[] => {
  if (NAME.test(id)) return [];
  const hint = "begin with a small letter; go on with small letters, digits and hyphens";
  return [error("file/name", headOf(`data/${id}/brief.yaml`), `"${id}" is no name for a brief`, { hint })];
};
