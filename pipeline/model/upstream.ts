import type { Written } from "./dataset.ts";
import type { Place } from "./place.ts";

/** Where a dataset's numbers come from on the network, and how its rows and columns are called there. */
export interface Upstream {
  /** An https address of a CSV or JSON file, or http on this machine itself. */
  readonly url: Written;
  /** In JSON, the names on the way to the list of rows; empty where the file is the list. */
  readonly rows: readonly string[];
  /** Columns that name a row, by what they are called there. */
  readonly match: ReadonlyMap<string, string>;
  /** Columns of numbers, by what they are called there. */
  readonly columns: ReadonlyMap<string, string>;
  /** What the rows that count hold in other columns there. */
  readonly where: ReadonlyMap<string, string>;
  /** The day of the last retrieval that changed something, and the SHA-256 of what was retrieved; written by refresh. */
  readonly retrieved?: Written;
  readonly sha256?: Written;
  readonly place: Place;
}

/** From where a brief may fetch, and how much. */
export interface FetchLimits {
  /** Names of hosts, as `data.example.org`. */
  readonly hosts: readonly string[];
  readonly seconds: number;
  readonly megabytes: number;
}

/** What a fetch gave: the bytes, or why there are none. */
export type Fetched = { readonly bytes: Uint8Array } | { readonly failed: string };

/** Whether an address is one that Footing fetches from: https, or http on the machine itself. */
export function isFetchable(address: string): boolean {
  const url = parsed(address);
  if (url === undefined || url.username !== "" || url.password !== "") return false;
  return url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.hostname));
}

/** The host that an address names; undefined where it is no address. */
export const hostOf = (address: string): string | undefined => parsed(address)?.hostname;

/** Addresses of the machine itself (RFC 1122, 3.2.1.3; RFC 4291, 2.5.3). */
const isLoopback = (host: string): boolean =>
  host === "localhost" || host === "[::1]" || /^127(?:\.\d+){3}$/.test(host);

function parsed(address: string): URL | undefined {
  try {
    return new URL(address);
  } catch {
    return undefined;
  }
}
