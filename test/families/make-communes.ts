import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";
import { byCodeUnit } from "../../pipeline/model/id.ts";

/**
 * Makes the figures of the family of communes from the npm package @etalab/decoupage-administratif, which ships INSEE's
 * populations of each commune: one census year in each version. Unpack every version that VERSIONS names into a folder,
 * as FOLDER/6.0.0/package, and run `npm run family:figures -- FOLDER`; for a larger family, to see how far the program
 * goes, `npm run family:figures -- FOLDER 10000 DIR` writes one of 10,000 members into another folder.
 */

/** The version of the package that ships the populations of each census year. */
const VERSIONS = { 2020: "2.3.1", 2021: "4.0.0", 2022: "4.1.0", 2023: "6.0.0" } as const;
const YEARS = [2020, 2021, 2022, 2023] as const;
type Year = (typeof YEARS)[number];

/** With how many communes of its département each is compared. */
const PEERS = 8;

const COMMUNE = z.object({
  code: z.string(),
  nom: z.string(),
  type: z.string(),
  departement: z.string().optional(),
  region: z.string().optional(),
  chefLieu: z.string().optional(),
  population: z.number().optional(),
});
type Commune = z.infer<typeof COMMUNE>;
const NAMED = z.array(z.object({ code: z.string(), nom: z.string() }));

/** Version 4.0.0 has the merged commune of Oullins-Pierre-Bénite already, and the people of Oullins alone. */
const MISSING = new Set(["69149 2021"]);

const [folder, count = "300", into = join(import.meta.dirname, "input", "data", "communes")] = process.argv.slice(2);
if (folder === undefined) throw new Error("name the folder that holds the versions of the package");
const data = resolve(into);
const fileOf = (year: Year, name: string): unknown =>
  JSON.parse(readFileSync(join(folder, VERSIONS[year], "package", "data", `${name}.json`), "utf8"));

const all = new Map(YEARS.map((year) => [year, z.array(COMMUNE).parse(fileOf(year, "communes"))] as const));
const latest = all.get(2023) ?? [];
const names = (file: string): ReadonlyMap<string, string> =>
  new Map(NAMED.parse(fileOf(2023, file)).map(({ code, nom }) => [code, nom]));
const [departements, regions] = [names("departements"), names("regions")];

/** Mayotte's numbers are those of its own census of 2017, and the collectivities overseas have years of their own. */
const isCounted = ({ type, code }: Commune): boolean => type === "commune-actuelle" && !/^(?:97[5-9]|98)/.test(code);

/** What has become a part of another commune counts there in every year, so that years can be compared. */
const wholes = new Map(latest.flatMap(({ code, chefLieu }) => (chefLieu === undefined ? [] : [[code, chefLieu]])));
const populations = new Map(
  YEARS.map((year) => {
    const sums = new Map<string, number>();
    for (const commune of (all.get(year) ?? []).filter(isCounted)) {
      const code = wholes.get(commune.code) ?? commune.code;
      sums.set(code, (sums.get(code) ?? 0) + (commune.population ?? 0));
    }
    return [year, sums] as const;
  }),
);
const people = ({ code }: Commune, year: Year): number => populations.get(year)?.get(code) ?? 0;
const order = (year: Year) => (a: Commune, b: Commune) =>
  people(b, year) - people(a, year) || byCodeUnit(a.code, b.code);

const counted = latest.filter(isCounted).toSorted(order(2023));
const members = counted.slice(0, Number(count));
const rankIn = (year: Year): ReadonlyMap<string, number> =>
  new Map(members.toSorted(order(year)).map(({ code }, i) => [code, i + 1]));
const [rank2020, rank2023] = [rankIn(2020), rankIn(2023)];

const slug = (text: string): string =>
  text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("œ", "oe")
    .replaceAll(/[^a-z0-9]+/g, "_");
const bySlug = new Map<string, Commune[]>();
for (const member of members) bySlug.set(slug(member.nom), [...(bySlug.get(slug(member.nom)) ?? []), member]);
/** The members of the same name: in all of France, or in the same département. */
const alike = ({ nom }: Commune): readonly Commune[] => bySlug.get(slug(nom)) ?? [];
const alikeThere = (one: Commune): readonly Commune[] =>
  alike(one).filter(({ departement }) => departement === one.departement);
const departementId = (commune: Commune): string => `d${(commune.departement ?? "").toLowerCase()}`;
const idOf = (commune: Commune): string => {
  const more =
    alikeThere(commune).length > 1 ? commune.code : alike(commune).length > 1 ? commune.departement : undefined;
  return more === undefined ? slug(commune.nom) : `${slug(commune.nom)}_${more.toLowerCase()}`;
};

const within = new Map<string, Commune[]>();
for (const commune of counted) {
  const id = departementId(commune);
  within.set(id, [...(within.get(id) ?? []), commune]);
}
/** A département's people are those of all communes that it had in the year. */
const inDepartement = new Map(
  YEARS.map((year) => {
    const sums = new Map<string, number>();
    for (const commune of (all.get(year) ?? []).filter(isCounted)) {
      const id = departementId(commune);
      sums.set(id, (sums.get(id) ?? 0) + (commune.population ?? 0));
    }
    return [year, sums] as const;
  }),
);
const peopleOf = (departement: string, year: Year): number => inDepartement.get(year)?.get(departement) ?? 0;

const quoted = (cell: string | number): string => (/[",]/.test(String(cell)) ? `"${cell}"` : String(cell));
function writeCsv(name: string, header: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  const lines = [header, ...rows].map((row) => row.map(quoted).join(","));
  mkdirSync(data, { recursive: true });
  writeFileSync(join(data, `${name}.csv`), `${lines.join("\n")}\n`);
}

writeCsv(
  "communes",
  "commune,label,departement,departement_label,region,people_2020,rank_2020,people,rank,departement_2020,departement_people".split(
    ",",
  ),
  members.map((each) => [
    idOf(each),
    each.nom,
    departementId(each),
    departements.get(each.departement ?? "") ?? "",
    regions.get(each.region ?? "") ?? "",
    people(each, 2020),
    rank2020.get(each.code) ?? 0,
    people(each, 2023),
    rank2023.get(each.code) ?? 0,
    peopleOf(departementId(each), 2020),
    peopleOf(departementId(each), 2023),
  ]),
);
writeCsv(
  "years",
  ["commune", "year", "people"],
  members.flatMap((each) =>
    YEARS.map((year) => [idOf(each), year, MISSING.has(`${each.code} ${year}`) ? ":" : people(each, year)]),
  ),
);
const wanted = new Set(members.map(departementId));
writeCsv(
  "peers",
  ["place", "label", "departement", "people_2020", "people"],
  [...wanted]
    .toSorted(byCodeUnit)
    .flatMap((departement) =>
      (within.get(departement) ?? [])
        .slice(0, PEERS)
        .map((each) => [
          `${slug(each.nom)}_${departement}`,
          each.nom,
          departement,
          people(each, 2020),
          people(each, 2023),
        ]),
    ),
);
writeCsv(
  "departements",
  ["departement", "label", "people_2020", "people", "communes"],
  [...within]
    .toSorted(([a], [b]) => byCodeUnit(a, b))
    .map(([id, communes]) => [
      id,
      departements.get(communes[0]?.departement ?? "") ?? "",
      peopleOf(id, 2020),
      peopleOf(id, 2023),
      communes.length,
    ]),
);
const listed = members.reduce((sum, each) => sum + people(each, 2023), 0);
process.stdout.write(`${members.length} members with ${listed} people\n`);
