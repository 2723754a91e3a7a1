import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const author = ['-c', 'user.name=Scripted agent', '-c', 'user.email=agent@example.invalid'];

/** Writes files into the worktree and commits them; a worktree that holds them already gets no commit. */
export function commitFiles(files, message) {
  for (const { path, text } of files) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  git(['add', '--', ...files.map(({ path }) => path)]);
  if (git(['status', '--porcelain', '--untracked-files=no']) === '') return;
  git([...author, 'commit', '--quiet', '--message', message]);
}

function git(args) {
  return execFileSync('git', args, { encoding: 'utf8' });
}
