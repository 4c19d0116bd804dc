interface FileInside {
  readonly Type: "EmbeddedFile";
  readonly Params: { CheckSum: { toString(): string } };
}

const isFileInside = (data: object): data is FileInside => "Type" in data && data.Type === "EmbeddedFile";

/** Has the check sum of a file inside as its 16 bytes (ISO 32000-2, Table 45), where pdfkit has their digits as a text. */
export function putCheckSum(data: object): void {
  if (isFileInside(data)) data.Params.CheckSum = Buffer.from(data.Params.CheckSum.toString(), "hex");
}
