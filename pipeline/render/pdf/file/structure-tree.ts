import { literal, rounded } from "./literal.ts";
import type { Leaf, StructureElement } from "./structure.ts";

/** What of a file in the making the writing of its structure tree needs. */
export interface TreeFile {
  ref(data: object): PdfkitReference;
  /** Puts an object into the file whose text is ready. */
  put(reference: PdfkitReference, text: string): void;
  readonly referenceOf: (element: StructureElement) => PdfkitReference;
  /** The file that is the data of an element. */
  readonly attachedTo: (element: StructureElement) => PdfkitReference | undefined;
}

/** Text as pdfkit writes it into a file: it takes a primitive for a name, and an object for text. */
const textString = (value: string): object => new String(value);

/** Writes the structure tree under its root, with the tree of ids by which notes are found (ISO 32000-1, 14.7.2). */
export function writeTree(tree: StructureElement, root: PdfkitReference, file: TreeFile): void {
  const ids: [id: string, reference: PdfkitReference][] = [];
  writeElement(tree, root, { file, ids });
  root.data["K"] = [file.referenceOf(tree)];
  if (ids.length === 0) return;
  // The standard wants the names in the order of their bytes.
  ids.sort(([a], [b]) => (a < b ? -1 : 1));
  const first = ids[0]?.[0] ?? "";
  const last = ids.at(-1)?.[0] ?? "";
  const names = file.ref({
    Names: ids.flatMap(([id, of]) => [textString(id), of]),
    Limits: [textString(first), textString(last)],
  });
  names.end();
  const idTree = file.ref({ Kids: [names] });
  idTree.end();
  root.data["IDTree"] = idTree;
}

interface Writing {
  readonly file: TreeFile;
  readonly ids: [id: string, reference: PdfkitReference][];
}

function writeElement(element: StructureElement, parent: PdfkitReference, writing: Writing): void {
  const { file, ids } = writing;
  const reference = file.referenceOf(element);
  const kids = element.kids.filter(isFilled);
  const page = kids.find((kid): kid is Leaf => kid.kind !== "element")?.page;
  const attached = file.attachedTo(element);
  // As text: a brief has thousands of elements, and pdfkit would look at each value of each of them.
  const lines = [
    "<<",
    "/Type /StructElem",
    `/S /${element.tag}`,
    `/P ${String(parent)}`,
    ...attributesOf(element),
    ...(page === undefined ? [] : [`/Pg ${String(page)}`]),
    ...(attached === undefined ? [] : [`/AF [${String(attached)}]`]),
    `/K [${kids.map((kid) => kidEntry(kid, page, writing)).join(" ")}]`,
    ">>",
  ];
  if (element.attributes.id !== undefined) ids.push([element.attributes.id, reference]);
  for (const kid of kids) if (kid.kind === "element") writeElement(kid, reference, writing);
  file.put(reference, lines.join("\n"));
}

/** An element in which nothing is printed says nothing; a table's cell keeps the others in their columns. */
function isFilled(kid: StructureElement | Leaf): boolean {
  return kid.kind !== "element" || kid.tag === "TD" || kid.tag === "TH" || kid.kids.some(isFilled);
}

function kidEntry(kid: StructureElement | Leaf, page: PdfkitReference | undefined, { file }: Writing): string {
  switch (kid.kind) {
    case "element":
      return String(file.referenceOf(kid));
    case "content":
      return kid.page === page ? String(kid.id) : `<< /Type /MCR /Pg ${String(kid.page)} /MCID ${kid.id} >>`;
    case "annotation":
      return `<< /Type /OBJR /Obj ${String(kid.annotation)} /Pg ${String(kid.page)} >>`;
  }
}

function attributesOf({ attributes, box }: StructureElement): readonly string[] {
  const { id, alternative, language, expansion } = attributes;
  const lists = [tableAttributes(attributes), listAttributes(attributes), boxAttributes(box)].filter(
    (each) => each !== undefined,
  );
  return [
    ...(id === undefined ? [] : [`/ID ${literal(id)}`]),
    ...(alternative === undefined ? [] : [`/Alt ${literal(alternative)}`]),
    ...(language === undefined ? [] : [`/Lang ${literal(language)}`]),
    ...(expansion === undefined ? [] : [`/E ${literal(expansion)}`]),
    ...(lists.length === 0 ? [] : [`/A ${lists.length === 1 ? (lists[0] ?? "") : `[${lists.join(" ")}]`}`]),
  ];
}

function tableAttributes({ scope, columnSpan }: StructureElement["attributes"]): string | undefined {
  const spans = columnSpan !== undefined && columnSpan > 1;
  if (scope === undefined && !spans) return undefined;
  return `<< /O /Table${scope === undefined ? "" : ` /Scope /${scope}`}${spans ? ` /ColSpan ${columnSpan}` : ""} >>`;
}

const listAttributes = ({ numbering }: StructureElement["attributes"]): string | undefined =>
  numbering === undefined ? undefined : `<< /O /List /ListNumbering /${numbering} >>`;

const boxAttributes = (box: StructureElement["box"]): string | undefined =>
  box === undefined ? undefined : `<< /O /Layout /Placement /Block /BBox [${box.map(rounded).join(" ")}] >>`;
