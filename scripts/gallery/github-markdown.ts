import rehypeRaw from 'rehype-raw';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkBreaks from 'remark-breaks';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { type Markup, raw } from '../../report/page/html.ts';

/**
 * Markdown as GitHub shows it: GitHub Flavored Markdown, HTML let through as far as GitHub's own list of elements and
 * attributes allows (`rehype-sanitize` has it), a line break where the text has one in conversations only.
 */
export function renderGitHubMarkdown(markdown: string, isConversation: boolean): Markup {
  const html = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(isConversation ? [remarkBreaks] : [])
    .use(remarkRehype, { allowDangerousHtml: true })
    .use(rehypeRaw)
    .use(rehypeSanitize, defaultSchema)
    .use(rehypeStringify)
    .processSync(markdown);
  // As GitHub's own elements do it: a wide table is scrolled by the keyboard, too.
  return raw(nameTaskBoxes(String(html)).replaceAll('<table>', '<table tabindex="0">'));
}

/** GitHub gives the box of a task a name of its own. */
function nameTaskBoxes(html: string): string {
  return html
    .replaceAll('<input type="checkbox" checked ', '<input type="checkbox" aria-label="Completed task" checked ')
    .replaceAll('<input type="checkbox" disabled', '<input type="checkbox" aria-label="Incomplete task" disabled');
}
