import { describe, expect, it } from 'vitest';
import { rememberPaths } from '../../../../src/core/gate/merge-mode.ts';
import type { MergeMode, Policy } from '../../../../src/core/policy.ts';
import { repairNumber } from '../../../../src/core/repair.ts';
import { aCheck } from '../../../builders/checks.ts';
import { expectGate, type GateRow } from '../../../builders/gate.ts';
import { aHead, approved, aVerdict } from '../../../builders/ledger.ts';
import type { Scene } from '../../../builders/scene.ts';
import { tip } from '../../../builders/sha.ts';
import { someRules } from '../../../builders/snapshot.ts';
import { ourStory } from '../../../builders/story.ts';

interface Said {
  readonly mode?: MergeMode;
  readonly epics?: readonly number[];
  readonly paths?: readonly string[];
}

function saying(mode: MergeMode, ...said: readonly Said[]): Pick<Scene, 'policy'> {
  const exceptions = said.map(({ mode: other = 'auto', epics = [], paths = [] }) => ({ mode: other, epics, paths }));
  return { policy: { merge: { mode, method: 'merge', exceptions } satisfies Policy['merge'] } };
}

/** A head of story 1.1 that changes these. */
function changing(...changedPaths: string[]): Pick<Scene, 'memory'> {
  return { memory: approved({ head: aHead({ changedPaths }) }) };
}

const unknown = { memory: approved({ head: aHead({ changedPaths: null }) }) };

const rows: readonly GateRow[] = [
  { behaviour: 'merges in the mode `auto`', ...saying('auto'), code: null },
  {
    behaviour: 'leaves it to a person in the mode `never`',
    ...saying('never'),
    code: 'merge_by_hand',
    seen: '#11, by `merge.mode`',
  },
  {
    behaviour: 'leaves an epic to a person that is named so',
    ...saying('auto', { mode: 'never', epics: [1] }),
    code: 'merge_by_hand',
    seen: 'by `merge.never.epics`',
  },
  { behaviour: 'merges where another epic is named', ...saying('auto', { mode: 'never', epics: [2] }), code: null },
  {
    behaviour: 'asks for an approval in an epic that is named so',
    ...saying('auto', { mode: 'approve', epics: [3, 1] }),
    code: 'awaiting_approval',
    seen: 'by `merge.approve.epics`',
  },
  {
    behaviour: 'merges an epic that is trusted more than the repository',
    ...saying('never', { epics: [1] }),
    code: null,
  },
  {
    behaviour: 'leaves a path to a person that is named so',
    ...saying('auto', { mode: 'never', paths: ['migrations/**'] }),
    ...changing('src/app.ts', 'migrations/1.sql'),
    code: 'merge_by_hand',
    seen: 'by `merge.never.paths`',
  },
  {
    behaviour: 'merges where no path of it is named',
    ...saying('auto', { mode: 'never', paths: ['migrations/**'] }),
    ...changing('src/app.ts', 'docs/migrations.md'),
    code: null,
  },
  {
    behaviour: 'merges where every path of it is trusted more than the repository',
    ...saying('approve', { paths: ['docs/**', '*.md'] }),
    ...changing('docs/a/b.md', 'README.md'),
    code: null,
  },
  {
    behaviour: 'asks for an approval where one path of it is not trusted more',
    ...saying('approve', { paths: ['docs/**'] }),
    ...changing('docs/a.md', 'src/app.ts'),
    code: 'awaiting_approval',
    seen: 'by `merge.mode`',
  },
  {
    behaviour: 'takes the strictest of two globs that match one path',
    ...saying('auto', { paths: ['docs/**'] }, { mode: 'never', paths: ['docs/legal/**'] }),
    ...changing('docs/legal/terms.md'),
    code: 'merge_by_hand',
  },
  {
    behaviour: 'takes the strictest of epic and path: a trusted path does not free a strict epic',
    ...saying('auto', { mode: 'never', epics: [1] }, { paths: ['docs/**'] }),
    ...changing('docs/a.md'),
    code: 'merge_by_hand',
    seen: 'by `merge.never.epics`',
  },
  {
    behaviour: 'takes the strictest of epic and path: a trusted epic does not free a strict path',
    ...saying('auto', { epics: [1] }, { mode: 'approve', paths: ['src/**'] }),
    code: 'awaiting_approval',
    seen: 'by `merge.approve.paths`',
  },
  {
    behaviour: 'takes every glob to match where the paths are not known',
    ...saying('auto', { mode: 'never', paths: ['migrations/**'] }),
    ...unknown,
    code: 'merge_by_hand',
  },
  {
    behaviour: 'does not trust more where the paths are not known',
    ...saying('approve', { paths: ['docs/**'] }),
    ...unknown,
    code: 'awaiting_approval',
    seen: 'by `merge.mode`',
  },
  {
    behaviour: 'trusts an epic more though the paths are not known',
    ...saying('approve', { epics: [1] }),
    ...unknown,
    code: null,
  },
  {
    behaviour: 'asks nothing more of unknown paths where no path is named',
    ...saying('auto', { mode: 'never', epics: [2] }),
    ...unknown,
    code: null,
  },
  {
    behaviour: 'refuses a method that the rules do not allow',
    world: { rules: someRules({ mergeMethods: ['squash', 'rebase'] }) },
    code: 'merge_method_refused',
    seen: 'merge; allowed: squash, rebase',
  },
  {
    behaviour: 'refuses every method where the rules contradict one another',
    world: { rules: someRules({ mergeMethods: [] }) },
    code: 'merge_method_refused',
    seen: 'merge; allowed: none',
  },
  {
    behaviour: 'leaves the method to a merge queue',
    world: { rules: someRules({ requiresMergeQueue: true, mergeMethods: [] }) },
    code: null,
  },
  {
    behaviour: 'says that a person merges before it says how',
    ...saying('never'),
    world: { rules: someRules({ mergeMethods: [] }) },
    code: 'merge_by_hand',
  },
  {
    behaviour: 'takes the repair of a red base for no story of an epic',
    ...saying('auto', { mode: 'never', epics: [0] }),
    story: ourStory(),
    number: repairNumber(tip),
    memory: approved({
      head: aHead({ diffBase: tip }),
      verdict: aVerdict({ criteriaHash: JSON.stringify([tip, ['test'], null]) }),
    }),
    ledger: { repair: { red: { sha: tip, jobs: ['test'], reverts: null, asked: null }, tries: 1 } },
    world: { base: { branch: 'main', sha: tip, checks: [aCheck('failure')] } },
    code: null,
  },
];

describe('the gate, of how far a pull request may go by itself', () => {
  it.each(rows)('$behaviour', expectGate);
});

describe('the paths of a head', () => {
  it('are remembered up to two hundred, and beyond that not known', () => {
    const paths = Array.from({ length: 201 }, (_, index) => `src/${index}.ts`);
    expect(rememberPaths(paths.slice(1))).toEqual(paths.slice(1));
    expect(rememberPaths(paths)).toBeNull();
  });
});
