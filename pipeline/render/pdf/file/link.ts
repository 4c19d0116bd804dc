import { literal, rounded } from "./literal.ts";

/** Where a link leads, and the part of the page that leads there, in points from the upper left. */
export interface LinkArea {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly link: string | undefined;
  readonly destination: string | undefined;
}

/** What a link's annotation says besides: the height of the paper, its key among the parents, and its words. */
interface About {
  readonly paper: number;
  readonly key: number;
  readonly contents: string;
}

/** The annotation of a link (ISO 32000-1, 12.5.6.5), as text: a brief has hundreds. */
export function linkText({ x, y, width, height, link, destination }: LinkArea, about: About): string {
  const { paper, key, contents } = about;
  const corners = [x, paper - y - height, x + width, paper - y].map(rounded).join(" ");
  const action =
    destination === undefined
      ? `/S /URI /URI ${literal(asciiAddress(link ?? ""))}`
      : `/S /GoTo /D ${literal(destination)}`;
  return `<<
/Type /Annot
/Subtype /Link
/Rect [${corners}]
/Border [0 0 0]
/F 4
/A << ${action} >>
/Contents ${literal(contents)}
/StructParent ${key}
>>`;
}

/** An address in ASCII, as a file has to have it (ISO 32000-1, 12.6.4.7): other letters are percent-encoded (RFC 3987, 3.1). */
const asciiAddress = (address: string): string =>
  address.replaceAll(/[^\0-\x7f]+/g, (letters) => encodeURIComponent(letters.replaceAll(/\p{Cs}/gu, "\ufffd")));
