import type { ChangedSentence } from "../model/edition.ts";
import type { Sentence } from "../model/edition-text.ts";
import { wordings } from "./wordings.ts";

/** What is told: a sentence that was, one that is, or one that was another. */
export type Ordered =
  | { readonly was: Sentence; readonly is: Sentence }
  | { readonly was: Sentence; readonly is?: undefined }
  | { readonly was?: undefined; readonly is: Sentence };

/** What is told, in the order of reading; what is gone, after what stood before it and still stands. */
export function inOrder(
  told: readonly Ordered[],
  was: readonly Sentence[],
  is: readonly Sentence[],
): readonly ChangedSentence[] {
  const at = new Map<string, number>();
  is.forEach((each, i) => at.set(nameOf(each), at.get(nameOf(each)) ?? i));
  const renamed = new Map(told.flatMap((each) => (each.was && each.is ? [[nameOf(each.was), nameOf(each.is)]] : [])));
  const placeOf = (each: Ordered): number => {
    if (each.is) return at.get(nameOf(each.is)) ?? is.length;
    const gone = nameOf(each.was);
    const from = was.findIndex((other) => nameOf(other) === gone);
    const before = was.slice(0, from).findLast((other) => at.has(renamed.get(nameOf(other)) ?? nameOf(other)));
    return before ? (at.get(renamed.get(nameOf(before)) ?? nameOf(before)) ?? 0) + 0.5 : -1;
  };
  return told
    .map((each) => [each, placeOf(each)] as const)
    .toSorted(([, a], [, b]) => a - b)
    .map(([each]) => changed(each));
}

const nameOf = ({ fact, block, key }: Sentence): string => fact ?? `${block}\n${key}`;

function changed({ was, is }: Ordered): ChangedSentence {
  if (was && is) return { where: is.where, block: is.block, ...wordings(was, is) };
  const { where, block, alone, fact, cited, text } = was ?? is;
  const said = alone ?? (fact === undefined ? cited : text);
  return was ? { where, block, old: said } : { where, block, new: said };
}
