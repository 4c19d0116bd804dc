import { PDFArray, PDFDict, PDFNumber } from "@cantoo/pdf-lib";
import { everyElement, isElement, openPdf, textOf, type FilePage, type PdfFile, type TreeNode } from "./file.ts";

/**
 * What is wrong with a PDF that should be PDF/UA-1 and PDF/A-3a: structure, marked content, annotations, fonts and
 * metadata. veraPDF is the judge (`npm run conformance`); this is what can be seen without Java, in every test run.
 */
export async function breachesIn(bytes: Uint8Array): Promise<readonly string[]> {
  const file = await openPdf(bytes);
  const { tree } = file;
  return [
    ...catalogBreaches(file),
    ...file.pages.flatMap((page, i) => pageBreaches(page, file).map((breach) => `page ${i + 1}: ${breach}`)),
    ...file.pages.flatMap((page) => fontBreaches(page, file)),
    ...(tree === undefined ? ["there is no structure tree"] : [...treeBreaches(tree, file), ...headingBreaches(tree)]),
  ];
}

/** What must be said of the whole file: ISO 14289-1, 7.1, 7.2 and 7.18; ISO 19005-3, 6.6.4. */
function catalogBreaches({ catalog, get, xml }: PdfFile): string[] {
  const rules: readonly (readonly [boolean, string])[] = [
    [textOf(get(catalog, "MarkInfo", "Marked")) === "true", "the file does not say that it is tagged"],
    [(textOf(get(catalog, "Lang")) ?? "") !== "", "the file has no language"],
    [textOf(get(catalog, "ViewerPreferences", "DisplayDocTitle")) === "true", "the title is not shown"],
    [get(catalog, "OutputIntents") !== undefined, "the file has no output intent"],
    [get(catalog, "PageLabels") !== undefined, "the pages have no labels"],
    [get(catalog, "OpenAction") === undefined && get(catalog, "AA") === undefined, "the file runs an action"],
    [xml.includes("<pdfaid:part>3<") && xml.includes("<pdfaid:conformance>A<"), "the metadata claims no PDF/A-3a"],
    [xml.includes("<pdfuaid:part>1<"), "the metadata claims no PDF/UA-1"],
    [/<dc:title>.*?<rdf:li[^>]*>[^<]+</su.test(xml), "the metadata has no title"],
  ];
  return rules.flatMap(([holds, breach]) => (holds ? [] : [breach]));
}

const PAINTS = new Set(["f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "Tj", "TJ", "'", '"']);

/** Everything painted is read or an artifact, and the parent tree knows what is read: ISO 14289-1, 7.1; 32000-1, 14.7.4.4. */
function pageBreaches(page: FilePage, file: PdfFile): string[] {
  const { ids, breaches } = contentBreaches(page);
  const { parents, get } = file;
  const key = get(page.dict, "StructParents");
  const known = key instanceof PDFNumber ? parents.get(key.asNumber()) : undefined;
  const unknown = ids.filter((id) => !Array.isArray(known) || known[id] === undefined);
  return [
    ...breaches,
    ...unknown.map((id) => `nothing is known of stretch ${id}`),
    ...(new Set(ids).size < ids.length ? ["two stretches have one number"] : []),
    ...(textOf(get(page.dict, "Tabs")) === "S" ? [] : ["the order of links is not that of the structure"]),
    ...page.annotations.flatMap(({ dict }) => annotationBreaches(dict, file)),
  ];
}

function contentBreaches(page: FilePage): { readonly ids: readonly number[]; readonly breaches: readonly string[] } {
  const breaches: string[] = [];
  const open: (number | "artifact" | "span")[] = [];
  const ids: number[] = [];
  for (const { name, operands } of page.operators) {
    if (name === "BMC" || name === "BDC") {
      const id = /\/MCID (?<id>\d+)/u.exec(operands.join(" "))?.groups?.["id"];
      if (id !== undefined) ids.push(Number(id));
      open.push(id !== undefined ? Number(id) : operands[0] === "/Artifact" ? "artifact" : "span");
    } else if (name === "EMC" && open.pop() === undefined) breaches.push("marked content is ended that was not begun");
    if (PAINTS.has(name) && !open.some((mark) => mark !== "span"))
      breaches.push(`${name} paints what nobody hears and what is no artifact`);
  }
  for (const { operands } of [page, ...page.forms].flatMap(({ operators }) => operators))
    if (operands.some((operand) => hasNoGlyph(operand))) breaches.push("a character has no glyph");
  if (open.length > 0) breaches.push("marked content is not ended");
  return { ids, breaches };
}

function annotationBreaches(dict: PDFDict, { get, parents }: PdfFile): string[] {
  const parent = get(dict, "StructParent");
  const inside = parent instanceof PDFNumber && typeof parents.get(parent.asNumber()) === "string";
  return [
    ...((textOf(get(dict, "Contents")) ?? "") === "" ? ["a link does not say where it leads"] : []),
    ...(inside ? [] : ["an annotation stands in no element"]),
  ];
}

/** Glyph 0 is what a font prints where it has nothing (ISO 14289-1, 7.21.8). */
const hasNoGlyph = (operand: string): boolean => /^<[0-9a-f]+>$/iu.test(operand) && /^<(?:.{4})*0000/u.test(operand);

function fontBreaches(page: FilePage, { get }: PdfFile): string[] {
  return [page, ...page.forms]
    .flatMap(({ fonts }) => [...fonts])
    .flatMap(([name, font]) => {
      const kids = get(font, "DescendantFonts");
      const [first] = kids instanceof PDFArray ? kids.asArray() : [];
      const inner = first === undefined ? undefined : font.context.lookup(first);
      const embedded = inner instanceof PDFDict && get(inner, "FontDescriptor", "FontFile2") !== undefined;
      return [
        ...(embedded ? [] : [`font ${name} is not inside the file`]),
        ...(get(font, "ToUnicode") === undefined ? [`font ${name} does not say which characters it prints`] : []),
      ];
    });
}

/** Which elements may stand in which; only those that are bound to a place are named (ISO 32000-1, 14.8.4). */
const WITHIN: Readonly<Record<string, readonly string[]>> = {
  LI: ["L"],
  LBody: ["LI"],
  THead: ["Table"],
  TBody: ["Table"],
  TR: ["THead", "TBody", "Table"],
  TH: ["TR"],
  TD: ["TR"],
  Caption: ["Table", "Figure", "L", "TOC"],
  TOCI: ["TOC"],
  Lbl: ["LI", "Note", "TOCI"],
};
const HOLDS: Readonly<Record<string, readonly string[]>> = {
  Table: ["Caption", "THead", "TBody"],
  THead: ["TR"],
  TBody: ["TR"],
  TR: ["TH", "TD"],
  L: ["LI", "Caption"],
  LI: ["Lbl", "LBody"],
};

function treeBreaches(tree: TreeNode, file: PdfFile): string[] {
  const all = everyElement(tree);
  const ids = all.flatMap(({ dict }) => textOf(file.get(dict, "ID")) ?? []);
  const stretches = all.flatMap((node) =>
    node.kids.flatMap((kid) => (isElement(kid) || kid.leaf !== "content" ? [] : [{ node, kid }])),
  );
  return [
    ...all.flatMap((node) => elementBreaches(node, file)),
    ...(new Set(ids).size < ids.length ? ["two elements have one id"] : []),
    ...stretches.flatMap(({ node, kid }) => {
      const page = file.pages.find(({ ref }) => ref === kid.page);
      const key = page === undefined ? undefined : file.get(page.dict, "StructParents");
      const known = key instanceof PDFNumber ? file.parents.get(key.asNumber()) : undefined;
      const same = Array.isArray(known) && known[kid.id] === node.ref;
      return same ? [] : [`the parent tree knows another element of a stretch of ${node.tag}`];
    }),
  ];
}

function elementBreaches(node: TreeNode, file: PdfFile): string[] {
  const { tag, kids, dict } = node;
  const inner = kids.filter(isElement);
  const misplaced = inner.filter((kid) => {
    const [within, holds] = [WITHIN[kid.tag], HOLDS[tag]];
    return (within !== undefined && !within.includes(tag)) || (holds !== undefined && !holds.includes(kid.tag));
  });
  const says = (key: string): boolean => (textOf(file.get(dict, key)) ?? "") !== "";
  const attribute = (name: string): boolean =>
    attributesOf(dict, file).some((each) => file.get(each, name) !== undefined);
  const wrong: string[] = misplaced.map((kid) => `${kid.tag} stands in ${tag}`);
  if (kids.length === 0 && tag !== "TD" && tag !== "TH") wrong.push(`a ${tag} is empty`);
  if (tag === "Figure" && !says("Alt")) wrong.push("a Figure has no text alternative");
  if (tag === "Figure" && !attribute("BBox")) wrong.push("a Figure has no box");
  if (tag === "TH" && !attribute("Scope")) wrong.push("a TH does not say what it heads");
  if (tag === "Note" && !says("ID")) wrong.push("a Note has no id");
  if (tag === "Link" && !kids.some((kid) => !isElement(kid) && kid.leaf === "annotation"))
    wrong.push("a Link leads nowhere");
  if (tag === "Table") wrong.push(...irregular(node, file));
  return wrong;
}

function attributesOf(dict: PDFDict, { get }: PdfFile): PDFDict[] {
  const found = get(dict, "A");
  const all = found instanceof PDFArray ? found.asArray().map((each) => dict.context.lookup(each)) : [found];
  return all.filter((each) => each instanceof PDFDict);
}

/** Every row of a table is as wide as the others (ISO 14289-1, 7.5). */
function irregular(table: TreeNode, file: PdfFile): string[] {
  const rows = everyElement(table).filter(({ tag }) => tag === "TR");
  const widths = rows.map(({ kids }) =>
    kids.filter(isElement).reduce((sum, { dict }) => {
      const spans = attributesOf(dict, file).map((each) => Number(textOf(file.get(each, "ColSpan")) ?? 1));
      return sum + Math.max(1, ...spans);
    }, 0),
  );
  return new Set(widths).size > 1 ? [`the rows of a table have ${widths.join(", ")} columns`] : [];
}

/** Headings begin at the first level and leave none out (ISO 14289-1, 7.4.2). */
function headingBreaches(tree: TreeNode): string[] {
  let before = 0;
  return everyElement(tree).flatMap(({ tag }) => {
    const level = Number(/^H(?<level>[1-6])$/u.exec(tag)?.groups?.["level"] ?? 0);
    if (level === 0) return [];
    const skips = level > before + 1;
    before = level;
    return skips ? [`a heading of level ${level} follows none of level ${level - 1}`] : [];
  });
}
