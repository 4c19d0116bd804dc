import { error, type Problem } from "../model/problem.ts";
import { readElement, type Element } from "./page-tree.ts";

const SHELL = { file: "templates/house/page.html.hbs", line: 1, column: 1 };

/** A page has one main part and one title, and no heading skips a level: a screen reader finds its way by them. */
export function outlineProblems(elements: readonly Element[]): readonly Problem[] {
  const only = (tagName: string, rule: string): readonly Problem[] => {
    const count = elements.filter((element) => element.tagName === tagName).length;
    if (count === 1) return [];
    return [broken(`The page has ${count === 0 ? "no" : String(count)} ${tagName} element: ${rule}`)];
  };
  const headings = elements.filter(({ tagName }) => /^h[1-6]$/.test(tagName));
  const skipped = headings.find((heading, index) => index > 0 && levelOf(heading) > levelOf(headings[index - 1]) + 1);
  return [
    ...only("main", "structure/main"),
    ...only("h1", "structure/h1"),
    ...(skipped === undefined
      ? []
      : [
          broken(
            `The heading "${readElement(skipped).text}" is a ${skipped.tagName} and skips a level: structure/heading-level`,
          ),
        ]),
  ];
}

const levelOf = (heading: Element | undefined): number => Number(heading?.tagName[1] ?? 0);

const broken = (message: string): Problem =>
  error("proof/structure", SHELL, message, {
    hint: "in the page shell, set the text into one main, and give its headings the levels h1, h2, h3 in turn",
  });
