import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder that Footing itself stands in. A bundle stands elsewhere: whoever starts it tells it this file's address. */
export const TOOL = fileURLToPath(new URL("../../", import.meta.url));

/** Where things are kept between builds unless another folder is named. */
export const CACHE_FOLDER = join(TOOL, "node_modules", ".cache", "footing");
