import { count, million, number, shareOf, type Sketch } from "./fixture.ts";

/** The sample's datasets, with the formulas of its briefs: ANSO's money, students by country, the Nature Index. */
export const SAMPLE: Readonly<Record<string, Sketch>> = {
  anso: {
    figures: { total_2021: number("91", million), total_2022: number("147", million) },
    columns: { label: "text", share_2021: shareOf("anso.total_2021"), share_2022: shareOf("anso.total_2022") },
    rows: {
      secretariat: { share_2021: "8", share_2022: "6" },
      training: { share_2021: "7", share_2022: "9" },
      research: { share_2021: "30", share_2022: "23" },
      network: { share_2021: "4", share_2022: "3" },
      advisory: { share_2021: "9", share_2022: "3" },
      scholarships: { share_2021: "42", share_2022: "56" },
    },
    each: {
      amount_2021: "share_2021 * total_2021",
      amount_2022: "share_2022 * total_2022",
      shift: "amount_2022 - amount_2021",
      shift_pp: "pp(share_2022, share_2021)",
      growth: "change(amount_2022, amount_2021)",
      ratio: "amount_2022 / amount_2021",
    },
    once: {
      total_shift: "total_2022 - total_2021",
      total_growth: "change(total_2022, total_2021)",
      scholarship_part: "share(scholarships.shift, total_shift)",
    },
  },
  students: {
    rounding: "exact",
    figures: { total: number("492185", count("students")) },
    columns: { students: count("students") },
    rows: Object.fromEntries(
      Object.entries({
        south_korea: "50600",
        thailand: "28608",
        pakistan: "28023",
        india: "23198",
        united_states: "20996",
        russia: "19239",
        indonesia: "15050",
        laos: "14645",
        japan: "14230",
        kazakhstan: "11784",
      }).map(([country, students]) => [country, { students }]),
    ),
    each: { part: "share(students, total)" },
    once: {
      top_ten: "sum(students)",
      rest: "total - top_ten",
      top_ten_part: "share(top_ten, total)",
      parts: "sum(part)",
    },
  },
  nature: {
    rounding: "exact",
    figures: { china: number("19373", count("articles")), united_states: number("17610", count("articles")) },
    once: {
      lead: "china - united_states",
      above: "change(china, united_states)",
      below: "change(united_states, china)",
    },
  },
};
