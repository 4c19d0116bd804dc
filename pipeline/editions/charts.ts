import type { ChartChange } from "../model/edition.ts";
import { byCodeUnit, type ChartId } from "../model/id.ts";
import type { KeptEdition } from "../model/record.ts";

/** The charts that are drawn otherwise than in the edition before, with links to both from an edition's folder. */
export function changedCharts(
  { edition, charts }: Pick<KeptEdition, "edition" | "charts">,
  now: ReadonlyMap<string, string>,
): readonly ChartChange[] {
  const ids = [...new Set([...charts.keys(), ...now.keys()])].toSorted(byCodeUnit);
  return ids.flatMap((id): readonly ChartChange[] => {
    const [was, is] = [charts.get(id), now.get(id)];
    if (was !== undefined && is !== undefined && isSameDrawing(was, is)) return [];
    const file = `charts/${id}.svg`;
    return [
      {
        chart: id as ChartId,
        ...(was === undefined ? {} : { before: `../${edition}/${file}` }),
        ...(is === undefined ? {} : { now: file }),
      },
    ];
  });
}

/** Whether two files show one drawing, whatever their titles and descriptions say. */
export const isSameDrawing = (a: string, b: string): boolean => bare(a) === bare(b);

/** A drawing without the title and the description that its file has. */
const bare = (svg: string): string => svg.replace(/<svg[^>]*>|<title>[^<]*<\/title>|<desc>[^<]*<\/desc>|\n$/g, "");
