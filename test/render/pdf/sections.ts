import type { Section } from "../../../pipeline/model/doc.ts";
import { block, doubt, emphasis, figure, noteRef, paragraph, place, section, see, strong, text, word } from "./kit.ts";
import { chart, countriesTable, sharesTable } from "./tables.ts";

const LOREM = [
  "The alliance was set up to give the scientific organisations of the belt a shared programme, a shared fund and, in time, a shared voice. ",
  "Its members meet once a year; between meetings a secretariat in Beijing keeps the accounts, sends out the calls and reads what comes back. ",
  "What it spends has grown faster than what it was promised, and the growth has not been even across the things it pays for. ",
  "Training takes the largest part, as it did at the start. Research comes next, though its part of the whole is smaller than it was. ",
  "None of this is hidden: the annual reports print the shares, to whole per cents, and leave the reader to work out the sums behind them. ",
  "We have done so here, and we say for every sum how far the rounding lets it move. Where a difference could be nothing but rounding, we say that too.",
];
const prose = (from: number, count: number): string =>
  LOREM.slice(from, from + count)
    .join("")
    .trim();

export function body(): Section[] {
  return [
    section(
      "summary",
      1,
      "Summary",
      "summary",
      paragraph(
        text(
          "China’s science alliance along the Belt and Road spent more in 2022 than in 2021, and spent it differently. Scholarships ",
        ),
        word("rose"),
        text(" by "),
        figure("about CNY 42 million"),
        text("; research lost share and "),
        emphasis("gained"),
        text(" money. The shares that its reports print hide this, since the whole grew under them."),
        noteRef(1),
      ),
      {
        kind: "keyFigures",
        id: block("summary-key"),
        place,
        entries: [
          {
            number: [figure("CNY 6.5 million")],
            label: [text("more for research, though its share fell by seven points")],
          },
          { number: [figure("150")], label: [text("universities and institutes in the alliance’s network")] },
          { number: [figure("56 per cent")], label: [text("of the 2022 plan is for scholarships")] },
        ],
      },
    ),
    section(
      "introduction",
      1,
      "",
      "introduction",
      paragraph(text(prose(0, 3)), noteRef(2), text(` ${prose(3, 1)}`), noteRef(3), noteRef(4)),
      paragraph(text(prose(4, 2)), noteRef(5), doubt("a")),
    ),
    section(
      "money",
      1,
      "Where the money goes",
      "text",
      paragraph(
        text(prose(1, 3)),
        text(" "),
        see("anso-shares", "Table 1"),
        text(" gives the shares, and "),
        see("anso-shift", "Figure 1"),
        text(" the money behind them. Who would have expected that?"),
        noteRef(6),
        text(" Not the authors."),
      ),
      sharesTable(),
      section(
        "money-research",
        2,
        "Research lost share and gained money",
        "text",
        paragraph(text(prose(2, 3)), noteRef(7)),
        chart(),
        paragraph(
          text("The alliance’s programmes fall into these groups, as its "),
          { kind: "abbreviation", text: "CAS", title: "Chinese Academy of Sciences", place },
          text(" hosts describe them:"),
        ),
        {
          kind: "list",
          id: block("money-list"),
          ordered: false,
          place,
          items: [
            [
              paragraph(
                text(
                  "centres of excellence abroad, in nine institutions, with laboratories, libraries and a share of the overhead costs of each",
                ),
                noteRef(8),
              ),
            ],
            [
              paragraph(
                text("joint research on "),
                emphasis("environmental change, coastal zones"),
                text(" and the water towers of Asia"),
                noteRef(9),
              ),
            ],
            [
              paragraph(text("training")),
              {
                kind: "list",
                id: block("money-inner"),
                ordered: true,
                place,
                items: [
                  [paragraph(text("doctoral scholarships"))],
                  [paragraph(text("short courses, "), strong("two weeks"), text(" at most"))],
                ],
              },
            ],
          ],
        },
      ),
      section(
        "money-doubts",
        2,
        "What the shares cannot say",
        "text",
        paragraph(text(prose(4, 2)), noteRef(10), noteRef(11)),
        {
          kind: "quote",
          id: block("money-quote"),
          place,
          blocks: [
            paragraph(
              text(
                "Science has no borders, but scientists have a motherland, and the fund that pays for their journeys has a ledger.",
              ),
              noteRef(12),
            ),
          ],
        },
      ),
    ),
    section(
      "partners",
      1,
      "Partners and papers",
      "text",
      paragraph(
        text(prose(0, 4)),
        text(" "),
        {
          kind: "link",
          href: "https://example.org/reports",
          children: [text("The alliance’s annual reports are online")],
          place,
        },
        text("; see also "),
        { kind: "link", href: "#money", children: [text("the section on money")], place },
        text("."),
        noteRef(13),
      ),
      countriesTable(),
      paragraph(
        text("The French have a word for it, "),
        {
          kind: "language",
          language: "fr",
          direction: "ltr",
          children: [emphasis("la diplomatie scientifique")],
          place,
        },
        text(", and a budget line."),
        noteRef(14),
        doubt("b"),
      ),
      {
        kind: "callout",
        id: block("partners-callout"),
        heading: [text("How the ranges are made")],
        place,
        blocks: [
          paragraph(text(prose(4, 2))),
          paragraph(text("A share of 23 stands for anything from 22.5 to 23.5."), noteRef(15)),
        ],
      },
      section(
        "partners-more",
        2,
        "Two views of one network",
        "text",
        paragraph(text(prose(0, 5)), noteRef(16)),
        paragraph(text(prose(1, 4)), noteRef(17)),
        {
          kind: "definitions",
          id: block("partners-terms"),
          place,
          entries: [
            {
              term: [text("Outturn")],
              description: [text("What was spent in the year, as the report of the next year gives it.")],
            },
            {
              term: [text("Plan")],
              description: [text("What was to be spent, as the report gives it before the year is over."), noteRef(18)],
            },
          ],
        },
      ),
      section(
        "partners-third",
        3,
        "A note on names",
        "text",
        paragraph(text(prose(2, 3)), noteRef(19)),
        paragraph(text(prose(3, 3)), noteRef(20)),
      ),
    ),
    section(
      "outlook",
      1,
      "Outlook",
      "text",
      paragraph(text(prose(0, 6)), noteRef(21)),
      paragraph(text(prose(1, 5)), noteRef(22)),
      paragraph(text(prose(2, 4)), noteRef(23)),
      paragraph(text(prose(0, 6)), noteRef(24)),
    ),
    section(
      "about",
      1,
      "About",
      "about",
      paragraph(
        text("The Footing project makes briefs whose numbers can be followed back to where they came from."),
        noteRef(25),
      ),
    ),
    section(
      "disclaimer",
      1,
      "Disclaimer",
      "disclaimer",
      paragraph(text("The views are those of the authors & of nobody <else>.")),
    ),
  ];
}
