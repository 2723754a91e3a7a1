/** Text by agents and strangers, made harmless for Markdown that GitHub shows under our name. */
export function sanitise(text: string, limit = 4000): string {
  return text
    .slice(0, limit)
    .replace(hidden, '')
    .replace(/<!--[\s\S]*?(-->|$)/g, '')
    .replace(/</g, '&lt;')
    .replace(/!\[/g, '[')
    .replace(/@(?=[\w-])/g, '@\u200B')
    .replace(/\b(close[sd]?|fix(?:e[sd])?|resolve[sd]?)(?=:?\s+(?:[\w.-]+\/[\w.-]+)?#\d|:?\s+https?:)/gi, '$1\u200B')
    .replace(/#(?=\d)/g, '#\u200B');
}

// Controls other than line end and tab, and format characters (bidirectional, zero-width, tags): what a reader cannot see says nothing here.
const hidden = /[^\P{Cc}\n\t]|\p{Cf}/gu;

/** The same, on one line. */
export function sanitiseLine(text: string, limit = 200): string {
  return sanitise(text.replace(/\s+/g, ' ').trim(), limit);
}
