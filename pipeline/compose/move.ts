import type { Figure } from "../model/figure.ts";
import { directionOfWord, SAID, type Said } from "../model/direction-words.ts";
import { warning } from "../model/problem.ts";
import { checkOptions, fail, figureArgument, textOption, type Call } from "./arguments.ts";
import { directionsSaid, eitherHits, figureDirection } from "./directions.ts";
import { lintNumbers } from "./lint.ts";
import { failLevel, moves } from "./levels.ts";
import { endsText, leaveWord } from "./word-inline.ts";
import { figureOf } from "./workshop.ts";

/** `{{move x up="rose" down="fell"}}`: the word of direction that the interval decides. */
export function move(call: Call): string {
  checkOptions(call, [...SAID, "undetermined"]);
  const leaf = figureArgument(call, 0);
  const words = new Map(
    ([...SAID, "undetermined"] as const).flatMap((option) => {
      const text = textOption(call, option);
      return text === undefined ? [] : [[option, text] as const];
    }),
  );
  for (const text of words.values()) lintNumbers(text, call.place, call.workshop);
  if (!leaf) return "";
  const of = figureOf(call.workshop, leaf.id);
  checkMoves(call, of);
  for (const said of SAID) checkWord(call, said, words.get(said));
  checkOpenWord(call, words.get("undetermined"));
  const direction = figureDirection(of);
  const chosen = words.get(direction);
  if (chosen === undefined) reportUnsaid(call, of, direction);
  const { marker, inline } = leaveWord(call, of, chosen ?? [...words.values()][0] ?? "", direction);
  call.workshop.moves.add(inline);
  return marker;
}

/** Only what is a change has a direction. */
function checkMoves(call: Call, of: Figure): void {
  if (of.qualifier !== undefined)
    fail(call, `${of.id} is "${of.qualifier}" so much: it has no interval`, "use {{figure}}");
  if (!moves(of)) failLevel(call, of);
}

/** Every word that is given must be one of its own direction, whether or not the figures choose it now. */
function checkWord(call: Call, said: Said, text: string | undefined): void {
  if (text === undefined) return;
  const { language } = call.workshop.brief;
  const found = directionsSaid(text, language);
  if (found.has(said) || (found.size === 0 && eitherHits(text, language).length > 0)) return;
  const file = `templates/house/languages/${language.tag.split("-")[0] ?? ""}.yaml`;
  if (found.size === 0) {
    call.workshop.problems.push(
      warning(
        "word/unknown",
        call.place,
        `Which way "${text}" goes, the words of direction of ${language.tag} do not say`,
        {
          hint: `add it to directions, ${said}, in ${file}`,
        },
      ),
    );
    return;
  }
  const [other] = found;
  fail(
    call,
    `"${text}" is given for ${said}, and is a word for ${[...found].join(" or ")}`,
    `write ${other ?? ""}="${text}", and a word for ${said} as ${said}="…"`,
    "word/wrong-way",
  );
}

/** What is printed where nothing is decided may not be a plain word of one direction. */
function checkOpenWord(call: Call, text: string | undefined): void {
  if (text === undefined || directionOfWord(text, call.workshop.brief.language) === undefined) return;
  fail(
    call,
    `"${text}" says a direction, and is given for where none is decided`,
    'say that it is open: undetermined="may have risen or fallen"',
    "word/wrong-way",
  );
}

function reportUnsaid(call: Call, of: Figure, direction: Said | "undetermined"): void {
  const [message, hint] =
    direction === "undetermined"
      ? [
          `Rounding hides whether ${of.id} went up or down`,
          'say how to put it: undetermined="may have risen or fallen"',
        ]
      : [`${of.id} went ${direction}, and no word is given for that`, `add ${direction}="…"`];
  fail(call, message, hint, "word/undetermined", endsText(of));
}
