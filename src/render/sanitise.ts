/** Text by agents and strangers, made harmless for Markdown that GitHub shows under our name. */
export function sanitise(text: string, limit = 4000): string {
  return defuse(withoutMarkup(visible(text.slice(0, limit))));
}

/** The same as a quotation: whatever block it opens (a fence, a list, a heading) ends with it. Empty lines around it are the caller's. */
export function quote(text: string, limit = 4000): string {
  return sanitise(text, limit)
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
}

/** The same, on one line. */
export function sanitiseLine(text: string, limit = 200): string {
  return defuse(withoutMarkup(cutLine(text, limit)));
}

/** One line for places where no markup is read: titles and commit messages. It cannot keep CI from running. */
export function plainLine(text: string, limit = 200): string {
  return defuseWords(cutLine(text, limit)).replace(skippingCi, '($1)');
}

// Controls other than line end and tab, format characters (bidirectional, zero-width, tags), whatever else shows nothing, and halves of letters: what a reader cannot see says nothing here.
const hidden = /[^\P{Cc}\n\t]|\p{Cf}|\p{Default_Ignorable_Code_Point}|\p{Cs}/gu;

// https://docs.github.com/actions/managing-workflow-runs/skipping-workflow-runs
const skippingCi = /\[(skip ci|ci skip|no ci|skip actions|actions skip)\]/gi;

const closing = /\b(close[sd]?|fix(?:e[sd])?|resolve[sd]?)(?=:?\s+(?:(?:[\w.-]+\/[\w.-]+)?#\d|gh-\d|https?:))/gi;

// Blocks that GitHub does not show as they are written: https://docs.github.com/get-started/writing-on-github/working-with-advanced-formatting/creating-diagrams
const drawn = /((?:`{3,}|~{3,})[ \t]*)(?:mermaid|geojson|topojson|stl|math)\b/gi;

/** Parts two characters that mean something only together; it shows nothing, in code as elsewhere. */
const gap = '\u200B';

function visible(text: string): string {
  return text.replace(hidden, '');
}

function cutLine(text: string, limit: number): string {
  return visible(visible(text).replace(/\s+/g, ' ').trim().slice(0, limit));
}

function withoutMarkup(text: string): string {
  return text
    .replace(/<!--[\s\S]*?(-->|$)/g, '')
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/!+\[/g, '[');
}

/** Calls nobody, closes nothing, and stands for nothing but itself. */
function defuse(text: string): string {
  return withoutFormulas(withoutHiding(defuseWords(text)));
}

/** Calls nobody and closes nothing. */
function defuseWords(text: string): string {
  return text
    .replace(/@(?=[\w-])/g, `@${gap}`)
    .replace(closing, `$1${gap}`)
    .replace(/#(?=\d)/g, `#${gap}`)
    .replace(/\b(gh-)(?=\d)/gi, `$1${gap}`);
}

/**
 * A link shows where it leads, since it is none: its address stands beside its text. No definition (of a link, of a
 * footnote), no box to tick, no coloured box of GitHub's.
 */
function withoutHiding(text: string): string {
  return text
    .replace(/\](?=[([:])/g, `]${gap}`)
    .replace(/\[(?=!|[ xX]\](?:\s|$))/g, `[${gap}`)
    .replace(drawn, '$1text');
}

/** A formula can be written in the colour of the page. */
function withoutFormulas(text: string): string {
  return text.includes('$') ? text.replace(/\\(?=[a-z])/gi, `\\${gap}`).replace(/\$(?=[$`])/g, `$${gap}`) : text;
}
