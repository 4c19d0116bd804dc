import { assert, property, uint8Array } from "fast-check";
import { expect, test } from "vitest";
import { fromBase64, toBase64 } from "../../pipeline/model/base64.ts";

test("base64 is as Node writes it, and reads back", () => {
  assert(
    property(uint8Array({ maxLength: 400 }), (bytes) => {
      expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString("base64"));
      expect(fromBase64(toBase64(bytes))).toEqual(bytes);
    }),
  );
});
