import { toBase64 } from "../model/base64.ts";
import { onceFor } from "../model/remembered.ts";
import type { Face } from "./faces.ts";

/** The rule of a style sheet that brings a face along, as the bytes of a WOFF2 file. */
export function faceRule({ family, weight, italic }: Face, bytes: Uint8Array): string {
  const source = `url(data:font/woff2;base64,${base64(bytes)}) format("woff2")`;
  return `@font-face { font-family: "${family}"; font-weight: ${weight};${italic ? " font-style: italic;" : ""} src: ${source} }\n`;
}

/** A cut face serves many pages. */
const base64 = onceFor((bytes: Uint8Array) => toBase64(bytes));
