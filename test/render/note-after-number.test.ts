import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { edit, footing, openFolder, texts } from "../site/house.ts";
import { readBack } from "./pdf/read.ts";

/** A note right after a number is copied, and read, apart from it. */
test(
  "page and PDF keep the number of a note from the digits before it, and from no words",
  { timeout: 60_000 },
  async () => {
    const folder = openFolder();
    try {
      const prose =
        'The state had {{figure budget.total_2024 bare=true}}{{note "rail-2025"}} then. Passengers{{note "rail-2025"}} pay';
      edit(folder, "templates/rail/prose.md.hbs", "Passengers pay", prose);
      expect(await footing(folder, "build", "--prove")).toMatchObject({ exit: 0, problems: "" });
      const page = new TextDecoder().decode(Buffer.from(texts(folder, "out").get("rail/index.html") ?? "", "latin1"));
      expect(page).toMatch(/>410<\/data><\/a><sup class="reference">\u202f<a /);
      expect(page).toContain('Passengers<sup class="reference"><a ');
      const { pages } = await readBack(new Uint8Array(readFileSync(join(folder, "out/rail/rail.pdf"))));
      const [text = ""] = pages.map((each) => each.text);
      expect(text).toMatch(/410\s1/);
      expect(text).toContain("Passengers2");
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
