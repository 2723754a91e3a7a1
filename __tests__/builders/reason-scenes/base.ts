import type { baseReasons } from '../../../src/core/reasons/base.ts';
import type { BaseFacts } from '../../../src/core/snapshot.ts';
import { aCheck } from '../checks.ts';
import { approved, minute, noon } from '../ledger.ts';
import { aPullRequest } from '../pull-request.ts';
import { aSha, headSha, tip } from '../sha.ts';
import { someRules } from '../snapshot.ts';
import { ourStory } from '../story.ts';
import type { ReasonScene } from './reason-scene.ts';

const story = ourStory({ agentStatus: 'reported_done' });
const longAgo = noon - 20 * minute;
const merged = { sha: aSha('merge'), headSha, baseBefore: aSha('before'), by: null, at: longAgo };

function baseWith(...checks: BaseFacts['checks']): { readonly base: BaseFacts } {
  return { base: { branch: 'main', sha: tip, checks } };
}

const red = baseWith(aCheck('failure'));

export const baseScenes = {
  base_pending: { from: 'snapshot', world: baseWith(aCheck('pending')) },
  base_no_run: {
    from: 'snapshot',
    world: baseWith(),
    ledger: { base: { proven: null, watched: { sha: tip, since: longAgo } } },
  },
  base_red: { from: 'snapshot', world: red },
  base_raced: { from: 'snapshot', story, memory: approved({ merged }), world: baseWith(aCheck('pending')) },
  base_rewound: { from: 'snapshot', story, memory: approved({ merged: { ...merged, baseBefore: tip } }) },
  repairs_exhausted: {
    from: 'snapshot',
    world: red,
    ledger: { repair: { red: { sha: tip, jobs: ['test'], reverts: null, asked: null }, tries: 3 } },
  },
  base_unprotected: {
    from: 'snapshot',
    story,
    memory: approved(),
    pullRequest: aPullRequest(),
    world: { rules: someRules({ requiresPullRequest: false }) },
  },
} as const satisfies Record<keyof typeof baseReasons, ReasonScene>;
