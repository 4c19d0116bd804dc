import { harmless } from "./harmless.ts";

const SCHEME = /^([a-z][a-z0-9+.-]*):/i;

/** An address as markup writes it: characters that no address may hold are percent-encoded (RFC 3986, 2.1). */
export const encodedAddress = (address: string): string => address.replace(/["<>[\]^`{|}]/g, encodeURIComponent);

/**
 * Whether the page may link there: https, mailto, a spot on the page, or a file beside it. Browsers drop blanks and
 * control characters out of an address before they read its scheme, and take `\` for `/` (WHATWG URL, 4.4), so an
 * address that holds any of them is refused; so is one whose characters would be replaced, and then lead elsewhere.
 */
export function allowedAddress(address: string): boolean {
  if (address === "" || /[\s\\\ufffd]/u.test(harmless(address)) || address.startsWith("//")) return false;
  const scheme = SCHEME.exec(address)?.[1]?.toLowerCase();
  if (scheme === undefined || scheme === "mailto") return true;
  return scheme === "https" && URL.canParse(address);
}
