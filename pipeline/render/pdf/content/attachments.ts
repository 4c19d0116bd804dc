import type { Content } from "./content.ts";

/** Rows as a CSV file that goes along with an element inside the PDF. */
export const csvAttachment = (name: string, description: string, csv: string): NonNullable<Content["attachment"]> => ({
  name,
  type: "text/csv",
  description,
  bytes: new TextEncoder().encode(csv),
});
