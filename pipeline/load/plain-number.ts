import { parseDecimal } from "../model/rational.ts";

/**
 * The plain digits that an author most likely meant: `50,600`, `50 600` and `17, 610` as 50600, `46,1` as 46.1, `23%`
 * and `~23` as 23; undefined when there is no telling.
 */
export function plainNumber(typed: string): string | undefined {
  const text = typed
    .trim()
    .replaceAll("\u2212", "-")
    .replace(/\s*(?:%|per cent)$/, "")
    .replace(/^[~≈]\s*/, "");
  const grouped = /^[-+]?\d{1,3}(?:(?:,\s?|['’ \u00A0\u202F])\d{2,3})*(?:,\s?|['’ \u00A0\u202F])\d{3}(?:\.\d+)?$/;
  if (grouped.test(text)) return text.replaceAll(/[,'’\s]/g, "");
  if (/^[-+]?\d+,\d+$/.test(text)) return text.replace(",", ".");
  return parseDecimal(text) === undefined ? undefined : text;
}
