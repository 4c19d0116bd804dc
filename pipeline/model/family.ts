import type { Written } from "./dataset.ts";
import type { Place } from "./place.ts";
import type { Problem } from "./problem.ts";

/** What brief.yaml says of a family: one text, and a brief for each row of a dataset. */
export interface FamilySettings {
  /** The heading of the page that lists its members; without it, their series. */
  readonly title?: string;
  /** The dataset whose rows are the members. */
  readonly members: Written;
  /** The column that names the members' folders; without it, the id column. */
  readonly name?: Written;
  /** For other datasets, the column by which a member's rows are told: they have there what its own row has. */
  readonly rows: ReadonlyMap<string, Written>;
  readonly place: Place;
}

/** A member of a family. */
export interface Member {
  /** The folder of its files under out/FAMILY, and the name of its PDF. */
  readonly name: string;
  /** The cell of the id column in its row: templates say `member` in its place. */
  readonly key: string;
  readonly place: Place;
}

/** The members of a family, in the order of their rows, and what stops some of them. */
export interface Family {
  readonly settings: FamilySettings;
  readonly members: readonly Member[];
  /** By the key of a member, the problems of its rows: it is not made, and the others are. */
  readonly stopped: ReadonlyMap<string, readonly Problem[]>;
}

/** What templates call the member that they are filled for, in place of its key. */
export const MEMBER = "member";

/** The name that a row has in the text of a member: `member` for its own row, `member_2020` for one of its periods. */
export function aliasOf(row: { readonly name: string; readonly key: string }, key: string): string | undefined {
  return row.key === key ? `${MEMBER}${row.name.slice(key.length)}` : undefined;
}

/** What a figure's id is where it is asked for in the words of a member's text: `communes.member_2020.people`. */
export function withKey(figure: string, key: string): string {
  const [dataset, row, ...rest] = figure.split(".");
  const isAlias = row === MEMBER || row?.startsWith(`${MEMBER}_`) === true;
  return isAlias ? [dataset, key + row.slice(MEMBER.length), ...rest].join(".") : figure;
}

/** The name of a brief's folder and of its PDF: of a member, `FAMILY/MEMBER`, the last part. */
export const stemOf = (brief: string): string => brief.slice(brief.lastIndexOf("/") + 1);

/** A member as the list of its family has it. */
export interface Listed {
  readonly name: string;
  readonly title: string;
  readonly abstract: string;
}
