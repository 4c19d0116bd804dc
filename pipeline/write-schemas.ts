import { mkdirSync, writeFileSync } from "node:fs";
import { schemas } from "./load/schemas.ts";

// Writes the JSON Schemas for editors from the shapes that load holds files to: npm run schemas.
const folder = new URL("./load/schemas/", import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, text] of schemas()) writeFileSync(new URL(name, folder), text);
