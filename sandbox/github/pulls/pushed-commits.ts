import { zeroSha } from '../git/repository.ts';
import type { Site } from '../site.ts';

export interface PushedCommit {
  readonly id: string;
  readonly message: string;
  readonly timestamp: string;
  readonly author: { readonly name: string; readonly email: string };
  readonly added: readonly string[];
  readonly modified: readonly string[];
  readonly removed: readonly string[];
}

const listed = 20;

/** The newest commits a push brought, oldest first, with the files each touched, as a push payload lists them. */
export async function pushedCommits(site: Site, before: string, after: string): Promise<readonly PushedCommit[]> {
  if (after === zeroSha) return [];
  const tip = site.tip(site.repo().defaultBranch);
  const since = before === zeroSha ? tip : before;
  const range = since === undefined || since === after ? [after, '-1'] : [after, `^${since}`, `-${listed}`];
  const answer = await site.repository.attempt([
    'log',
    '--first-parent',
    '--diff-merges=first-parent',
    '--no-renames',
    '--name-status',
    '--format=%x01%H%x00%cI%x00%an%x00%ae%x00%B%x00',
    ...range,
  ]);
  return answer.stdout.split('\u0001').slice(1).map(parseEntry).reverse();
}

function parseEntry(entry: string): PushedCommit {
  const [id = '', timestamp = '', name = '', email = '', message = '', files = ''] = entry.split('\0');
  const changes = files.split('\n').filter((line) => line.includes('\t'));
  const touched = (status: string): readonly string[] =>
    changes.filter((line) => line.startsWith(status)).map((line) => line.slice(line.indexOf('\t') + 1));
  return {
    id,
    timestamp,
    author: { name, email },
    message: message.trimEnd(),
    added: touched('A'),
    modified: touched('M'),
    removed: touched('D'),
  };
}
