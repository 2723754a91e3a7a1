import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tellHistory } from '../../report/history/history.ts';
import { html, type Markup } from '../../report/page/html.ts';
import { renderReportPage } from '../../report/page/page.ts';
import { renderGitHubMarkdown } from './github-markdown.ts';
import { renderGalleryPage } from './page.ts';
import { type GalleryState, galleryStates } from './states.ts';
import { constantExhibits, type Exhibit, exhibitsOf } from './surfaces.ts';

interface Room {
  readonly name: string;
  readonly says: string;
  readonly exhibits: readonly Exhibit[];
}

/**
 * Writes every text of ours in every state of a project: each as Markdown, all of a state on one page as GitHub would
 * show them, and an index. Answers with the pages, below the folder.
 */
export async function writeGallery(folder: string): Promise<readonly string[]> {
  const states = galleryStates();
  const rooms: readonly Room[] = [
    {
      name: 'always',
      says: 'The same however the project stands.',
      exhibits: states.slice(0, 1).flatMap(({ facts }) => constantExhibits(facts)),
    },
    ...states.map(({ name, says, facts }) => ({ name, says, exhibits: exhibitsOf(facts) })),
  ];
  const pages = await Promise.all(rooms.map((room) => writeRoom(folder, room)));
  const reports = await Promise.all(states.map((state) => writeReport(folder, state)));
  await writeFile(join(folder, 'index.html'), renderIndex(rooms));
  return ['index.html', ...pages, ...reports];
}

async function writeRoom(folder: string, room: Room): Promise<string> {
  const path = `${room.name}/index.html`;
  await mkdir(join(folder, room.name), { recursive: true });
  await Promise.all(
    room.exhibits.map(({ name, markdown }) => writeFile(join(folder, room.name, `${name}.md`), `${markdown}\n`)),
  );
  await writeFile(join(folder, path), renderRoom(room));
  return path;
}

async function writeReport(folder: string, { name, records }: GalleryState): Promise<string> {
  const path = `${name}/report.html`;
  await writeFile(join(folder, path), renderReportPage(tellHistory(records)));
  return path;
}

function renderRoom({ name, says, exhibits }: Room): string {
  const body = html`<main>
<p>${says}</p>
<ul>${exhibits.map((exhibit) => html`<li><a href="#${exhibit.name}">${exhibit.title}</a></li>`)}</ul>
${exhibits.map(renderExhibit)}
</main>`;
  return renderGalleryPage({ title: name, home: '../index.html', body });
}

function renderExhibit({ name, title, markdown, isConversation }: Exhibit): Markup {
  return html`<section id="${name}">
<h2>${title}</h2>
<div class="markdown-body">${renderGitHubMarkdown(markdown, isConversation)}</div>
</section>`;
}

function renderIndex(rooms: readonly Room[]): string {
  const body = html`<main>
${rooms.map(
  ({ name, says, exhibits }) => html`<section>
<h2><a href="${name}/index.html">${name}</a></h2>
<p>${says}</p>
<p>${exhibits.length} texts${name === 'always' ? null : html`, and the <a href="${name}/report.html">report</a>`}.</p>
</section>`,
)}
</main>`;
  return renderGalleryPage({ title: 'What people are shown', home: null, body });
}
