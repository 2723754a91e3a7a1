/** A piece of HTML that may be put into a page as it stands. */
export interface Markup {
  readonly markup: string;
}

type Value = Markup | string | number | null | readonly Markup[];

/** Writes HTML: whatever is put into it is text, unless it is markup itself. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return { markup: parts.map((part, index) => part + write(values[index] ?? null)).join('') };
}

/** Markup that was made elsewhere, of parts that are escaped already. */
export function raw(markup: string): Markup {
  return { markup };
}

function write(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return escapeHtml(value);
  return 'markup' in value ? value.markup : value.map(({ markup }) => markup).join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '');
}
