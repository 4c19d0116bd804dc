import { partsOfSecond, putSecond } from "./second.ts";

// A process of its own that publishes the second edition in one folder, as it was published in another: it is there to be killed.

const [folder = "", published = ""] = process.argv.slice(2);
putSecond(folder, partsOfSecond(published));
