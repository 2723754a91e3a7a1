import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { notificationKinds } from '../../src/core/notifications.ts';
import { isReasonCode, reasons } from '../../src/core/reasons.ts';
import { checks } from '../../src/doctor/examine.ts';
import { rehearsalChecks } from '../../src/doctor/rehearsal/findings.ts';

const root = join(import.meta.dirname, '..', '..');

const pages = [
  'README.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => `docs/${path}`),
];

function readPage(path: string): Promise<string> {
  return readFile(join(root, path), 'utf8');
}

/** A page without its fenced blocks, in which nothing is a link and no word is a code of ours. */
function proseOf(text: string): string {
  return text.replaceAll(/^( *)```[\s\S]*?^\1```$/gm, '');
}

/** A heading's anchor, as GitHub makes it. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}

function anchorsIn(text: string): readonly string[] {
  return [...proseOf(text).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));
}

function linksIn(text: string): readonly string[] {
  return [...proseOf(text).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
}

async function findBrokenLink(page: string, target: string): Promise<string | null> {
  const [path = '', anchor] = target.split('#');
  const file = path === '' ? page : join(dirname(page), path);
  if (!existsSync(join(root, file))) return `${target}: there is no ${file}`;
  if (anchor === undefined || anchorsIn(await readPage(file)).includes(anchor)) return null;
  return `${target}: ${file} has no such heading`;
}

function codesIn(text: string): readonly string[] {
  return [...proseOf(text).matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
}

/** Words with an underscore that are GitHub's, the runner's or loopctl's, and no reasons. */
const wordsOfOthers = [
  'max_concurrent_agents',
  'merge_group',
  'node_modules',
  'pull_request',
  'pull_request_target',
  'state_data',
  'workflow_dispatch',
  'workflow_run',
];

async function decisionKinds(): Promise<readonly string[]> {
  const files = readdirSync(join(root, 'src/core')).filter((file) => /(^|-)decision\.ts$/.test(file));
  const sources = await Promise.all(files.map((file) => readFile(join(root, 'src/core', file), 'utf8')));
  return [...sources.join('\n').matchAll(/readonly kind: '(\w+)'/g)].map(([, kind = '']) => kind);
}

describe.each(pages)('%s', (page) => {
  it('links only to what is there', async () => {
    const targets = linksIn(await readPage(page)).filter((target) => !/^[a-z]+:/.test(target));
    const broken = await Promise.all(targets.map((target) => findBrokenLink(page, target)));
    expect(broken.filter((fault) => fault !== null)).toEqual([]);
  });

  it('names no file of the source that is not there', async () => {
    const named = codesIn(await readPage(page)).filter((code) =>
      /^(src|docs|examples|sandbox|scripts|__tests__)\//.test(code),
    );
    const files = named.filter((code) => !/[*<…]/.test(code));
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });

  it('names no reason that does not exist', async () => {
    const known = [
      ...wordsOfOthers,
      ...notificationKinds,
      ...Object.keys(checks),
      ...rehearsalChecks,
      ...(await decisionKinds()),
    ];
    const words = codesIn(await readPage(page)).filter((code) => /^[a-z]+(_[a-z]+)+$/.test(code));
    expect(words.filter((word) => !isReasonCode(word) && !known.includes(word))).toEqual([]);
  });

  it('holds nothing of the machine it was written on', async () => {
    expect(await readPage(page)).not.toMatch(/(^|[\s`"'(=])\/(work|home|root|Users|tmp|opt|mnt)\/|file:\/\//m);
  });

  it('closes every block it opens', async () => {
    const fences = (await readPage(page)).match(/^ *```.*$/gm) ?? [];
    expect(fences.length % 2).toBe(0);
    for (const [index, fence] of fences.entries()) if (index % 2 === 1) expect(fence.trim()).toBe('```');
  });
});

describe('the README', () => {
  it('names only commands that the package has', async () => {
    const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { scripts: object };
    const ofNpm = ['npm cit', 'npm ci', 'npm install'];
    const text = `${await readPage('README.md')}\n${await readPage('CONTRIBUTING.md')}`;
    const commands = [...text.matchAll(/\bnpm (?:run )?[a-z][\w:]*/g)].map(([command]) => command);
    const own = commands.filter((command) => !ofNpm.includes(command));
    expect(own.length).toBeGreaterThan(0);
    expect(own.filter((command) => !Object.hasOwn(scripts, command.replace(/^npm (run )?/, '')))).toEqual([]);
  });

  it('draws one iteration as a Mermaid picture', async () => {
    expect(await readPage('README.md')).toMatch(/^```mermaid\nflowchart [\s\S]+?\n```$/m);
  });
});

describe('the design page', () => {
  it('lays out folders and files that exist', async () => {
    const layout = /## Layout\n\n```\n([\s\S]*?)```/.exec(await readPage('docs/design.md'))?.[1] ?? '';
    const names = layout.split('\n').flatMap((line) => line.split(/ {3,}/, 1)[0]?.split(/\s+/) ?? []);
    const paths = names.filter((name) => name !== '');
    expect(paths.length).toBeGreaterThan(15);
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('names every folder of the source', async () => {
    const entries = readdirSync(join(root, 'src'), { withFileTypes: true });
    const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => `src/${name}/`);
    const page = await readPage('docs/design.md');
    expect(folders.filter((folder) => !page.includes(`\n${folder} `))).toEqual([]);
  });
});

describe('the decisions', () => {
  const written = pages.filter((page) => /^docs\/decisions\/\d/.test(page));

  it('are all listed, under their own titles', async () => {
    const index = await readPage('docs/decisions/README.md');
    const titles = await Promise.all(
      written.map(async (page) => {
        const [, number = '', title = ''] = /^# (\d+)\. (.+)$/m.exec(await readPage(page)) ?? [];
        return `${number}. [${title}](${page.slice('docs/decisions/'.length)})`;
      }),
    );
    expect(titles.length).toBeGreaterThan(0);
    expect(titles.filter((line) => !index.includes(`\n${line}\n`))).toEqual([]);
  });

  it.each(written)('%s gives context, decision and consequences on one page', async (page) => {
    const text = await readPage(page);
    expect([...text.matchAll(/^## (.+)$/gm)].map(([, title]) => title)).toEqual([
      'Context',
      'Decision',
      'Consequences',
    ]);
    expect(text.split('\n').length).toBeLessThanOrEqual(40);
  });
});

describe('the page of reasons', () => {
  it('has a section for each, to be linked to by its code: what was seen, why it holds, what to do', async () => {
    const page = await readPage('docs/reference/reasons.md');
    const codes = Object.keys(reasons);
    expect(anchorsIn(page).filter((anchor) => codes.includes(anchor))).toEqual(codes);
    for (const { detail, remedy } of Object.values(reasons)) {
      expect(page).toContain(`**What was seen, and why it holds.** ${detail}\n\n**What to do.** ${remedy}`);
    }
  });
});

describe('operations', () => {
  it('name every kind of news that a webhook is told of', async () => {
    const told = codesIn(await readPage('docs/operations.md'));
    expect(notificationKinds.filter((kind) => !told.includes(kind))).toEqual([]);
  });

  it('say of every reason what to make of it', async () => {
    const rows = (await readPage('docs/operations.md')).split('\n').filter((line) => line.startsWith('| `'));
    const told = new Set(rows.flatMap((row) => codesIn(row.split(' | ')[0] ?? '')));
    expect(Object.keys(reasons).filter((code) => !told.has(code))).toEqual([]);
  });

  it('say of every check of the doctor what has to be', async () => {
    const [, chapter = ''] = (await readPage('docs/operations.md')).split('## The doctor');
    const told = codesIn(chapter.split('\n## ')[0] ?? '');
    expect([...Object.keys(checks), ...rehearsalChecks].filter((check) => !told.includes(check))).toEqual([]);
  });
});
