import { expect, test, vi } from "vitest";
import { onceFor, remembering } from "../../pipeline/model/remembered.ts";

test("a thing is made once for a key, and anew when too many have been made since", () => {
  const known = remembering<string>(2);
  const make = vi.fn<() => string>(() => "made");
  for (const key of ["a", "b", "a", "b"]) known(key, make);
  expect(make).toHaveBeenCalledTimes(2);
  known("c", make);
  known("a", make);
  expect(make).toHaveBeenCalledTimes(4);
});

test("what is heavy fills the memory sooner, and what would fill all of it is not remembered", () => {
  const known = remembering<string>(10, ({ length }) => length);
  const make = vi.fn<(text: string) => string>((text) => text);
  const ask = (text: string): string => known(text, () => make(text));
  for (const text of ["12345", "1234", "12345", "1234"]) ask(text);
  expect(make).toHaveBeenCalledTimes(2);
  ask("much too much");
  ask("much too much");
  expect(make).toHaveBeenCalledTimes(4);
  ask("12345");
  expect(make).toHaveBeenCalledTimes(4);
  // One character more than there is room for.
  ask("12");
  ask("12345");
  expect(make).toHaveBeenCalledTimes(6);
});

test("what is made of an object is made once for that very object, be it nothing", () => {
  const make = vi.fn<(of: { readonly is: number }) => number | undefined>(({ is }) => (is > 0 ? is : undefined));
  const made = onceFor(make);
  const [one, none] = [{ is: 1 }, { is: 0 }];
  expect([made(one), made(none), made(one), made(none)]).toEqual([1, undefined, 1, undefined]);
  expect(make).toHaveBeenCalledTimes(2);
  made({ is: 1 });
  expect(make).toHaveBeenCalledTimes(3);
});
