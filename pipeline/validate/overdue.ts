import type { Loaded } from "../model/brief.ts";
import { warning } from "../model/problem.ts";
import { plainFinding, type Finding } from "./finding.ts";

/** What was to be there by today: the next edition, and newer numbers in datasets. A run that is told no day asks nothing. */
export function overdue(brief: Loaded): readonly Finding[] {
  const { due, today } = brief.settings;
  if (due === undefined || today === undefined) return [];
  return [...overdueEdition(brief, today), ...overdueData(brief, today)];
}

/** An edition published on the day or later has answered it. */
function overdueEdition({ settings: { due }, records }: Loaded, today: string): readonly Finding[] {
  const last = records.at(-1)?.date ?? "";
  const day = due?.edition;
  if (day === undefined || today <= day.text || last >= day.text) return [];
  const since = last === "" ? "none was published yet" : `the last one is of ${last}`;
  const message = `The next edition was due on ${day.text}, and ${since}`;
  const hint = "publish it, or say in brief.yaml under due when it is to be expected";
  return [plainFinding(warning("edition/overdue", day.place, message, { hint, about: ["edition"] }))];
}

/** Numbers that refresh retrieved on the day or later have answered it. */
function overdueData({ settings: { due }, datasets }: Loaded, today: string): readonly Finding[] {
  return [...datasets.values()].flatMap(({ id, title, upstream }) => {
    const day = due?.data.get(id);
    if (day === undefined || today <= day.text || (upstream?.retrieved?.text ?? "") >= day.text) return [];
    const message = `Newer numbers for "${title}" were due on ${day.text}, and today is ${today}`;
    const hint = "look for them at the source, then say in brief.yaml under due when the next ones are expected";
    return [plainFinding(warning("data/overdue", day.place, message, { hint, about: [id] }))];
  });
}
