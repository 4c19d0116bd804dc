import type { Callout } from "../model/doc.ts";
import type { EditionKind } from "../model/edition.ts";
import type { Language } from "../model/language.ts";
import type { Furniture } from "./inlines.ts";

/** What stands at the top of a brief that is withdrawn, or that says something else than the edition before. */
export function noticeOf(
  edition: { readonly kind: EditionKind; readonly reason: string; readonly substantial: boolean },
  { labels }: Language,
  furniture: Furniture,
): Callout | undefined {
  const { kind, reason, substantial } = edition;
  const withdrawn = kind === "withdrawal";
  if (!withdrawn && !substantial) return undefined;
  const heading = withdrawn ? labels.noticeWithdrawn : labels.noticeSubstantial;
  const id = furniture.id("notice");
  return {
    kind: "callout",
    id,
    heading: [furniture.text(heading)],
    blocks: [
      furniture.paragraph(
        ...(reason === "" ? [] : [furniture.text(`${/[.!?…]$/.test(reason) ? reason : `${reason}.`} `)]),
        furniture.to("page_editions", labels.editions),
      ),
    ],
    place: furniture.place,
  };
}
