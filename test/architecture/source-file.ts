import { parseAst } from "vitest/node";

/** A file of the pipeline as the rules see it: its path from the repository's root, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** What a file takes from others, and the things in it that the rules look for. */
export interface Findings {
  /** What it imports in any way: static, type, dynamic, `import("…").T`, or a re-export. */
  readonly imports: readonly string[];
  /** Dynamic imports whose target only running could tell. */
  readonly hiddenImports: number;
  readonly reexports: number;
  readonly defaultExports: number;
  /** Free names that reach for the machine or the clock: `process`, `Buffer`, `new Date()`. */
  readonly machine: readonly string[];
}

type Node = Readonly<Record<string, unknown>> & { readonly type: string };

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";

const literal = (value: unknown): string | undefined =>
  isNode(value) && value.type === "Literal" && typeof value["value"] === "string" ? value["value"] : undefined;

const nameOf = (value: unknown): string | undefined =>
  isNode(value) && value.type === "Identifier" && typeof value["name"] === "string" ? value["name"] : undefined;

const MACHINE = new Set(["process", "Buffer", "global", "setTimeout", "setInterval", "performance", "navigator"]);

/** The name of the machine or the clock that a node reaches for, or undefined. */
function reach(node: Node): string | undefined {
  if (node.type === "NewExpression" || node.type === "CallExpression") {
    const none = Array.isArray(node["arguments"]) && node["arguments"].length === 0;
    if (nameOf(node["callee"]) === "Date" && none) return "Date()";
  }
  if (node.type !== "MemberExpression" && node.type !== "CallExpression") return undefined;
  const name = nameOf(node.type === "MemberExpression" ? node["object"] : node["callee"]);
  if (name === "globalThis") return name;
  return name !== undefined && MACHINE.has(name) ? name : undefined;
}

const IMPORTS: Readonly<Record<string, "source" | "argument" | "expression">> = {
  ImportDeclaration: "source",
  ExportNamedDeclaration: "source",
  ExportAllDeclaration: "source",
  ImportExpression: "source",
  TSImportType: "source",
  TSExternalModuleReference: "expression",
};

function* nodesUnder(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const each of value) yield* nodesUnder(each);
  if (!isNode(value)) return;
  yield value;
  for (const [key, child] of Object.entries(value)) if (key !== "parent") yield* nodesUnder(child);
}

/** Parses a TypeScript file, comments and strings left aside, and finds what the rules look for. */
export function findings(file: SourceFile): Findings {
  // oxlint-disable-next-line typescript/no-deprecated -- vitest, which is a direct dependency, hands on no other parser
  const nodes = [...nodesUnder(parseAst(file.text, { lang: file.path.endsWith(".d.ts") ? "dts" : "ts" }))];
  const targets = nodes.flatMap((node) => {
    const key = IMPORTS[node.type];
    return key === undefined || node[key] === null || node[key] === undefined ? [] : [literal(node[key])];
  });
  const isReexport = (node: Node): boolean =>
    node.type === "ExportAllDeclaration" || (node.type === "ExportNamedDeclaration" && isNode(node["source"]));
  return {
    imports: targets.filter((target) => target !== undefined),
    hiddenImports: targets.filter((target) => target === undefined).length,
    reexports: nodes.filter(isReexport).length,
    defaultExports: nodes.filter((node) => node.type === "ExportDefaultDeclaration").length,
    machine: nodes.map(reach).filter((name) => name !== undefined),
  };
}
