import { plainJson } from "../model/plain-json.ts";
import { onceFor, remembering, type Remembered } from "../model/remembered.ts";
import type { Host } from "../model/stage.ts";
import type { ChartInput, Drawn } from "./draw.ts";

/** Where the drawing of one input is kept: in this process, and between builds where these keep anything. */
export interface Kept {
  /** What was drawn of the very same inputs before; undefined where nothing was. */
  readonly drawn: Drawn | undefined;
  /** Keeps a drawing that nothing is wrong with. */
  keep(drawn: Drawn): void;
}

/** So many drawings are remembered in a process, of some 100 KB each. */
const MOST = 60;

/** The drawings of a process, by the files of typefaces that they were measured with. */
const drawings = onceFor<Host["packageFile"], Remembered<{ drawn?: Drawn }>>(() => remembering(MOST));

/** Looks for the drawing of an input. */
export function keptDrawing(input: ChartInput, { cache, packageFile }: Pick<Host, "cache" | "packageFile">): Kept {
  const inputs = inputsText(input);
  const own = drawings(packageFile)(inputs, () => ({}));
  if (own.drawn === undefined) {
    const kept = cache?.read(inputs);
    if (kept !== undefined) own.drawn = JSON.parse(kept) as Drawn;
  } else if (cache?.use(inputs) === false) cache.write(inputs, JSON.stringify(own.drawn));
  return {
    drawn: own.drawn,
    keep: (drawn) => {
      own.drawn = drawn;
      cache?.write(inputs, JSON.stringify(drawn));
    },
  };
}

const DESIGNED = ["spec", "narrowSpec", "theme", "language"] as const;

/** All that goes into a drawing, as text. */
const inputsText = ({ id, rows, ...designed }: ChartInput): string =>
  JSON.stringify(["chart", id, plainJson(rows), ...DESIGNED.map((part) => textOf(designed[part]))]);

/** What the house and the author designed, which is the same for many charts, as text. */
const textOf = onceFor((part: object) => plainJson(part));
