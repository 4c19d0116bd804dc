import type { Face } from "./faces.ts";

/** The rule of a style sheet that brings a face along, as the bytes of a WOFF2 file. */
export function faceRule({ family, weight, italic }: Face, bytes: Uint8Array): string {
  const source = `url(data:font/woff2;base64,${base64(bytes)}) format("woff2")`;
  return `@font-face { font-family: "${family}"; font-weight: ${weight};${italic ? " font-style: italic;" : ""} src: ${source} }\n`;
}

/** Bytes as base64. In pieces, because a call takes only so many arguments. */
function base64(bytes: Uint8Array): string {
  let binary = "";
  for (let start = 0; start < bytes.length; start += 8192)
    binary += String.fromCharCode(...bytes.subarray(start, start + 8192));
  return btoa(binary);
}
