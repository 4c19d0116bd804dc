import { NARROW, plainText, runsOn, type Inline, type LanguageSpan, type Link } from "../../../model/inline.ts";
import type { Run } from "./content.ts";
import type { Setting } from "../setting.ts";
import type { Part } from "../file/structure.ts";

type Look = Omit<Run, "text">;

/** Inlines as runs of text, each with its look, its link and its name. */
export function runs(inlines: readonly Inline[], setting: Setting): Run[] {
  return inlines.reduce<Run[]>((all, inline, i) => {
    const before = inlines[i - 1];
    const isBesideMark = isMark(inline) && before !== undefined && isMark(before);
    if (isBesideMark || runsOn(inline, before)) all.push({ text: NARROW, glued: true });
    return [...all, ...inlineRuns(inline, {}, setting)];
  }, []);
}

const isMark = (inline: Inline): boolean => inline.kind === "noteReference" || inline.kind === "discrepancyReference";

function inlineRuns(inline: Inline, look: Look, setting: Setting): Run[] {
  const { anchors, palette } = setting;
  const { labels } = setting.language;
  switch (inline.kind) {
    case "text":
    case "figure":
    case "word":
      return [{ ...look, text: inline.text }];
    case "abbreviation":
      return [{ ...look, text: inline.text, ...spanPart(look, { expansion: inline.title }) }];
    case "emphasis":
      return children(inline.children, { ...look, italics: true }, setting);
    case "strong":
    case "deleted":
    case "inserted":
      return children(inline.children, { ...look, bold: true }, setting);
    case "language":
      return inLanguage(inline, children(inline.children, look, setting), look);
    case "link":
      return children(inline.children, isBeside(inline.href) ? look : linkLook(inline, look, setting), setting);
    case "crossReference":
      return [
        {
          ...look,
          text: inline.text,
          color: palette.accent,
          linkToDestination: anchors(inline.target),
          part: linkPart(inline.text),
        },
      ];
    case "break":
      return [{ ...look, text: "\n" }];
    case "noteReference":
      return [
        {
          ...look,
          ...mark(setting),
          text: String(inline.number),
          linkToDestination: anchors(inline.note),
          part: referencePart(`${labels.note} ${inline.number}`),
          destination: anchors(inline.id),
          note: inline.note,
        },
      ];
    case "discrepancyReference":
      return [
        {
          ...look,
          ...mark(setting),
          text: inline.letter,
          linkToDestination: anchors(inline.target),
          part: referencePart(`${labels.discrepancy} ${inline.letter}`),
          ...(inline.id === undefined ? {} : { destination: anchors(inline.id) }),
        },
      ];
  }
}

const children = (inlines: readonly Inline[], look: Look, setting: Setting): Run[] =>
  runs(inlines, setting).map((run) => {
    // Emphasis within emphasis stands upright again.
    const upright = run.italics === true && look.italics === true;
    // A word within a link stays the link's.
    const part: Look = look.part === undefined ? {} : { part: look.part };
    return { ...look, ...run, ...(upright ? { italics: false } : {}), ...part };
  });

/** Runs in another language: each part within says so, and what is none becomes one, as far as nothing comes between. */
function inLanguage({ language, direction }: LanguageSpan, all: readonly Run[], look: Look): Run[] {
  const span = { direction };
  let said: Part | undefined;
  return all.map((run, i) => {
    if (i === 0 || run.part !== all[i - 1]?.part) said = undefined;
    const { tag = "Span", attributes = {}, ...more } = run.part ?? {};
    said ??= { ...more, tag, attributes: { language, ...attributes } };
    // A word within a link stays the link's.
    return { ...run, part: look.part ?? said, spans: [span, ...(run.spans ?? [])] };
  });
}

/** Runs in bold, all but those that say otherwise. */
export const inBold = (all: readonly Run[]): Run[] => all.map((run) => Object.assign({ bold: true }, run));

/** A link, and what its annotation says of it. */
export const linkPart = (contents: string): Part => ({ tag: "Link", attributes: { contents } });

const referencePart = (contents: string): Part => ({ ...linkPart(contents), reference: true });

/** What is said of a word; a word within a link stays the link's. */
const spanPart = (look: Look, attributes: Part["attributes"]): Look =>
  look.part === undefined ? { part: { tag: "Span", attributes } } : {};

const linkLook = (link: Link, look: Look, setting: Setting): Look => ({
  ...look,
  color: setting.palette.accent,
  ...target(link.href, setting),
  part: linkPart(plainText(link.children)),
});

const target = (href: string, setting: Setting): Look =>
  href.startsWith("#") ? { linkToDestination: setting.anchors(href.slice(1)) } : { link: href };

/** Whether a link leads to a file beside the page: a PDF that went elsewhere alone would lead nowhere. */
const isBeside = (href: string): boolean => !/^(?:#|[a-z][a-z0-9+.-]*:)/i.test(href);

/** The superior figures and letters that the typefaces were drawn with. */
const mark = (setting: Setting): Look => ({
  color: setting.palette.accent,
  glued: true,
  fontFeatures: ["sups"],
  bold: false,
  italics: false,
});

/** A plain run, for the furniture that no author wrote. */
export const words = (text: string, look: Look = {}): Run => ({ ...look, text });
