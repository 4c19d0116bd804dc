import { z } from "zod";
import type { Name } from "../model/source.ts";
import { defined } from "./defined.ts";
import { plainText } from "./leaf.ts";

/** The shape of a name, as CSL writes it: a family name with a given one, or an institution's as it is. */
export const nameShape = z.union([
  z.strictObject({ family: plainText, given: plainText.optional() }),
  z.strictObject({ literal: plainText }),
]);

/** A name without the parts that are not given. */
export const nameOf = (name: z.infer<typeof nameShape>): Name =>
  "literal" in name ? { literal: name.literal } : { family: name.family, ...defined({ given: name.given }) };
