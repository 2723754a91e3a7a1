import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const author = ['-c', 'user.name=Scripted agent', '-c', 'user.email=agent@example.invalid'];

/** Writes files into the worktree and commits them; a worktree that holds them already gets no commit. Says whether it did. */
export function commitFiles(files, message) {
  for (const { path, text } of files) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  git(['add', '--', ...files.map(({ path }) => path)]);
  if (git(['status', '--porcelain', '--untracked-files=no']) === '') return false;
  git([...author, 'commit', '--quiet', '--message', message]);
  return true;
}

/** Merges a commit into the branch, and where both changed the same lines keeps the branch's own. */
export function mergeCommit(sha) {
  git([...author, 'merge', '--quiet', '--no-edit', '--strategy-option=ours', sha]);
}

function git(args) {
  return execFileSync('git', args, { encoding: 'utf8' });
}
