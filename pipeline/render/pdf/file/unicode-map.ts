import { glyphCode } from "./glyph-row.ts";

/** So many codes a table may have at once (Adobe Technical Note 5014, 7.1). */
const MOST = 100;

/** What each code says, as a reader takes text out of a file by it (ISO 32000-1, 9.10.3). */
export function unicodeMap(sayings: readonly (readonly [code: number, characters: readonly number[]])[]): string {
  const lines = sayings.map(([code, characters]) => `<${glyphCode(code)}> <${units(characters)}>`);
  const tables: string[] = [];
  for (let from = 0; from < lines.length; from += MOST) {
    const table = lines.slice(from, from + MOST);
    tables.push(`${table.length} beginbfchar\n${table.join("\n")}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${tables.join("\n")}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
}

/** Characters in UTF-16, big end first. */
function units(characters: readonly number[]): string {
  const text = String.fromCodePoint(...characters);
  return Array.from({ length: text.length }, (_, i) => glyphCode(text.charCodeAt(i))).join("");
}
