import { htmlTag } from './html-tag.ts';

interface HtmlBlock {
  readonly start: RegExp;
  /** Null: it ends before the next blank line. */
  readonly end: RegExp | null;
  readonly interruptsParagraph: boolean;
}

const names =
  'address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|source|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul';

/** The seven kinds of HTML blocks, in order: https://spec.commonmark.org/0.31.2/#html-blocks */
const htmlBlocks: readonly HtmlBlock[] = [
  {
    start: /^<(?:script|pre|textarea|style)(?:\s|>|$)/i,
    end: /<\/(?:script|pre|textarea|style)>/i,
    interruptsParagraph: true,
  },
  { start: /^<!--/, end: /-->/, interruptsParagraph: true },
  { start: /^<\?/, end: /\?>/, interruptsParagraph: true },
  { start: /^<![A-Za-z]/, end: />/, interruptsParagraph: true },
  { start: /^<!\[CDATA\[/, end: /\]\]>/, interruptsParagraph: true },
  { start: new RegExp(`^</?(?:${names})(?:\\s|/?>|$)`, 'i'), end: null, interruptsParagraph: true },
  { start: new RegExp(`^${htmlTag}\\s*$`), end: null, interruptsParagraph: false },
];

/** The HTML block that a line without indentation begins, or null. */
export function findHtmlBlock(line: string, isInParagraph: boolean): HtmlBlock | null {
  if (!line.startsWith('<')) return null;
  return (
    htmlBlocks.find(({ start, interruptsParagraph }) => (interruptsParagraph || !isInParagraph) && start.test(line)) ??
    null
  );
}
