/** Text by agents and strangers, made harmless for Markdown that GitHub shows under our name. */
export function sanitise(text: string, limit = 4000): string {
  return defuse(withoutMarkup(visible(text.slice(0, limit))));
}

/** The same, on one line. */
export function sanitiseLine(text: string, limit = 200): string {
  return defuse(withoutMarkup(cutLine(text, limit)));
}

/** One line for places where no markup is read: titles and commit messages. It cannot keep CI from running. */
export function plainLine(text: string, limit = 200): string {
  return defuse(cutLine(text, limit)).replace(skippingCi, '($1)');
}

// Controls other than line end and tab, format characters (bidirectional, zero-width, tags), whatever else shows nothing, and halves of letters: what a reader cannot see says nothing here.
const hidden = /[^\P{Cc}\n\t]|\p{Cf}|\p{Default_Ignorable_Code_Point}|\p{Cs}/gu;

// https://docs.github.com/actions/managing-workflow-runs/skipping-workflow-runs
const skippingCi = /\[(skip ci|ci skip|no ci|skip actions|actions skip)\]/gi;

const closing = /\b(close[sd]?|fix(?:e[sd])?|resolve[sd]?)(?=:?\s+(?:(?:[\w.-]+\/[\w.-]+)?#\d|gh-\d|https?:))/gi;

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

/** Calls nobody and closes nothing. */
function defuse(text: string): string {
  return text
    .replace(/@(?=[\w-])/g, '@\u200B')
    .replace(closing, '$1\u200B')
    .replace(/#(?=\d)/g, '#\u200B');
}
