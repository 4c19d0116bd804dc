import { assert, property, uint8Array } from "fast-check";
import { expect, test } from "vitest";
import { toBase64 } from "../../pipeline/model/base64.ts";

test("base64 is as Node writes it", () => {
  assert(
    property(uint8Array({ maxLength: 400 }), (bytes) => {
      expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString("base64"));
    }),
  );
});
