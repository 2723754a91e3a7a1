import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, visit } from 'graphql';
import { expect, expectTypeOf, test } from 'vitest';
import type { DropMerge, Merge, UpdateBranch } from '../../src/core/decision.ts';
import { enqueueDocument } from '../../src/github/documents.ts';
import type { WantedMerge } from '../../src/github/merge.ts';
import type { WantedPlace } from '../../src/github/merge-queue.ts';
import type { WantedUpdate } from '../../src/github/update-branch.ts';

const folder = join(import.meta.dirname, '../../src');
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));

type OfStory = 'kind' | 'story' | 'because';
type Of = 'pullRequest' | 'headSha' | 'baseSha' | 'verdict';

test('what is decided and asked for of a merge has room for the merge and nothing else', () => {
  expectTypeOf<keyof Merge>().toEqualTypeOf<OfStory | Of | 'method' | 'way' | 'pullRequestId'>();
  expectTypeOf<keyof UpdateBranch>().toEqualTypeOf<OfStory | Of>();
  expectTypeOf<keyof DropMerge>().toEqualTypeOf<OfStory | 'headSha' | 'detail'>();
  expectTypeOf<keyof WantedMerge>().toEqualTypeOf<'number' | 'headSha' | 'method' | 'title' | 'message'>();
  expectTypeOf<keyof WantedPlace>().toEqualTypeOf<'number' | 'id' | 'headSha'>();
  expectTypeOf<keyof WantedUpdate>().toEqualTypeOf<'number' | 'headSha'>();
  // @ts-expect-error A merge that could pass over a rule does not compile.
  const forced: WantedMerge = { number: 1, headSha: '', method: 'merge', title: '', message: '', bypass: true };
  expect(forced).toBeDefined();
});

test('a place in the queue is asked for without jumping it', () => {
  const fields: string[] = [];
  visit(parse(enqueueDocument), { ObjectField: ({ name }) => void fields.push(name.value) });
  expect(fields).toEqual(['pullRequestId', 'expectedHeadOid']);
});

test.each([
  ['a parameter to pass over rules', /\bbypass\w*\s*:\s*true\b/i],
  ['an administrator’s merge', /\b(as_?admin|admin_?override|admin_merge)\b/i],
  ['a merge that is not judged', /\bmerge_action\b|\bjump\s*:/],
])('nothing in the sources sends %s', (_, pattern) => {
  expect(sources.length).toBeGreaterThan(100);
  expect(sources.filter(({ text }) => pattern.test(text)).map(({ path }) => path)).toEqual([]);
});
