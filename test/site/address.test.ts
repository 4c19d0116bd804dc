import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { footing, openFolder } from "./house.ts";

describe("the address of a published page", () => {
  const BASE = "https://rail.example.org/briefs";
  const pageOf = async (site: string | undefined, ...args: readonly string[]): Promise<string> => {
    const house = openFolder();
    if (site !== undefined) writeFileSync(join(house, "templates", "house", "site.yaml"), site);
    try {
      const made = await footing(house, ...args);
      if (made.exit !== 0) return made.problems;
      const at = args[0] === "build" ? "out/rail" : "site/rail/editions/2026-03-01";
      return readFileSync(join(house, at, "index.html"), "utf8");
    } finally {
      rmSync(house, { recursive: true, force: true });
    }
  };
  const PUBLISH = [
    "publish",
    "rail",
    "--kind",
    "first",
    "--reason",
    "The accounts are out.",
    "--date",
    "2026-03-01",
    "--site",
    "site",
  ];
  const given = `language: en-GB\nbase_url: ${BASE}\n`;

  test("is named for machines, whole, where the house gives one", async () => {
    const page = await pageOf(`${given}picture: https://rail.example.org/card.png\n`, ...PUBLISH);
    const edition = `${BASE}/rail/editions/2026-03-01/`;
    for (const part of [
      `<link rel="canonical" href="${edition}">`,
      `<meta property="og:url" content="${edition}">`,
      `<meta property="og:image" content="https://rail.example.org/card.png">`,
      `<meta name="citation_pdf_url" content="${edition}rail.pdf">`,
      `"url":"${edition}"`,
      `"contentUrl":"${edition}rail.pdf"`,
    ])
      expect(page).toContain(part);
  });

  test.each<[string, string | undefined, readonly string[]]>([
    ["where the house gives none", undefined, PUBLISH],
    ["where it gives a language alone", "language: en-GB\n", PUBLISH],
    ["to a draft", given, ["build"]],
  ])("is not made up %s", async (_, site, args) => {
    const page = await pageOf(site, ...args);
    expect(page).toContain('<meta property="og:title"');
    expect(page).not.toMatch(/canonical|og:url|og:image|citation_pdf_url|rail\.example|"url":"https:\/\/rail/);
  });

  test("has no picture that nobody gave", async () => {
    expect(await pageOf(given, ...PUBLISH)).not.toMatch(/og:image|"image"/);
  });

  test("is a problem where it is no https address", async () => {
    const said = await pageOf("language: en-GB\nbase_url: javascript:alert(1)\n", ...PUBLISH);
    expect(said).toContain("templates/house/site.yaml:2:11");
  });
});
