import { html, type Markup, raw } from '../../report/page/html.ts';
import { renderStyle } from '../../report/page/style.ts';

const looks = raw(`<style>
.markdown-body { border: 1px solid var(--line); border-radius: 8px; padding: 16px; }
.markdown-body code, .markdown-body pre { background: var(--panel); border-radius: 6px; font-size: .85em; }
.markdown-body code { padding: .15em .35em; }
.markdown-body pre { padding: 12px; overflow-x: auto; white-space: pre-wrap; }
.markdown-body pre code { padding: 0; }
.markdown-body table { display: block; width: max-content; max-width: 100%; overflow-x: auto; }
.markdown-body th { position: static; }
.markdown-body th, .markdown-body td { border: 1px solid var(--line); }
.markdown-body h2, .markdown-body h3 { margin: 20px 0 8px; }
.markdown-body blockquote { border-left: 4px solid var(--line); color: var(--quiet); margin: 8px 0; padding: 0 12px; }
.markdown-body ul.contains-task-list { padding-left: 22px; }
.markdown-body li.task-list-item { list-style: none; }
</style>`);

interface GalleryPage {
  readonly title: string;
  /** The way back to the index; null on the index itself. */
  readonly home: string | null;
  readonly body: Markup;
}

/** A page of the gallery, by itself and asking for nothing. */
export function renderGalleryPage({ title, home, body }: GalleryPage): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<link rel="icon" href="data:,">
<title>${title}</title>
${renderStyle()}
${looks}
</head>
<body>
<header>
${home === null ? null : html`<p><a href="${home}">All pages</a></p>`}
<h1>${title}</h1>
</header>
${body}
</body>
</html>
`.markup;
}
