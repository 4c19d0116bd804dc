import type { Leaf, StructureElement } from "./structure.ts";

type Entry = Readonly<Record<string, unknown>>;

/** What of a file in the making the writing of its structure tree needs. */
export interface TreeFile {
  ref(data: object): PdfkitReference;
  readonly referenceOf: (element: StructureElement) => PdfkitReference;
  /** The file that is the data of an element. */
  readonly attachedTo: (element: StructureElement) => PdfkitReference | undefined;
}

/** Text as pdfkit writes it into a file: it takes a primitive for a name, and an object for text. */
export const textString = (value: string): object => new String(value);

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
  const reference = writing.file.referenceOf(element);
  const kids = element.kids.filter(isFilled);
  const page = kids.find((kid): kid is Leaf => kid.kind !== "element")?.page;
  const attached = writing.file.attachedTo(element);
  Object.assign(reference.data, {
    Type: "StructElem",
    S: element.tag,
    P: parent,
    ...attributesOf(element),
    ...(page === undefined ? {} : { Pg: page }),
    ...(attached === undefined ? {} : { AF: [attached] }),
    K: kids.map((kid) => kidEntry(kid, page, writing)),
  });
  if (element.attributes.id !== undefined) writing.ids.push([element.attributes.id, reference]);
  for (const kid of kids) if (kid.kind === "element") writeElement(kid, reference, writing);
  reference.end();
}

/** An element in which nothing is printed says nothing; a table's cell keeps the others in their columns. */
function isFilled(kid: StructureElement | Leaf): boolean {
  return kid.kind !== "element" || kid.tag === "TD" || kid.tag === "TH" || kid.kids.some(isFilled);
}

function kidEntry(kid: StructureElement | Leaf, page: PdfkitReference | undefined, { file }: Writing): unknown {
  switch (kid.kind) {
    case "element":
      return file.referenceOf(kid);
    case "content":
      return kid.page === page ? kid.id : { Type: "MCR", Pg: kid.page, MCID: kid.id };
    case "annotation":
      return { Type: "OBJR", Obj: kid.annotation, Pg: kid.page };
  }
}

function attributesOf({ attributes, box }: StructureElement): Entry {
  const { id, alternative, language, expansion } = attributes;
  const lists = [tableAttributes(attributes), listAttributes(attributes), boxAttributes(box)].filter(
    (each) => each !== undefined,
  );
  return {
    ...(id === undefined ? {} : { ID: textString(id) }),
    ...(alternative === undefined ? {} : { Alt: textString(alternative) }),
    ...(language === undefined ? {} : { Lang: textString(language) }),
    ...(expansion === undefined ? {} : { E: textString(expansion) }),
    ...(lists.length === 0 ? {} : { A: lists.length === 1 ? lists[0] : lists }),
  };
}

function tableAttributes({ scope, columnSpan }: StructureElement["attributes"]): Entry | undefined {
  const spans = columnSpan !== undefined && columnSpan > 1;
  if (scope === undefined && !spans) return undefined;
  return { O: "Table", ...(scope === undefined ? {} : { Scope: scope }), ...(spans ? { ColSpan: columnSpan } : {}) };
}

const listAttributes = ({ numbering }: StructureElement["attributes"]): Entry | undefined =>
  numbering === undefined ? undefined : { O: "List", ListNumbering: numbering };

const boxAttributes = (box: StructureElement["box"]): Entry | undefined =>
  box === undefined ? undefined : { O: "Layout", Placement: "Block", BBox: [...box] };
