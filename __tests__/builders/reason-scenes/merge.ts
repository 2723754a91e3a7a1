import { judgeAtMerge, judgeUnstable } from '../../../src/core/gate/at-merge.ts';
import type { mergeReasons } from '../../../src/core/reasons/merge.ts';
import type { Hold } from '../../../src/core/reasons.ts';
import { aCheck } from '../checks.ts';
import { approved, aVerdict, minute, noon } from '../ledger.ts';
import { aMerge } from '../merge.ts';
import { aPolicy } from '../policy.ts';
import { aPullRequest } from '../pull-request.ts';
import { aSha, headSha, tip } from '../sha.ts';
import { someRules } from '../snapshot.ts';
import { ourStory } from '../story.ts';
import type { ReasonScene } from './reason-scene.ts';

const story = ourStory({ agentStatus: 'reported_done' });
const later = ourStory({ number: '1.2', agentStatus: 'reported_done' });
const ready = { from: 'snapshot', story, memory: approved(), pullRequest: aPullRequest() } as const;
const merging = { headSha, baseSha: tip, uuid: 'request-1', at: noon };
const unmerged = { headSha, detail: 'Base branch was modified', times: 1, notBefore: noon + minute };
const merged = { sha: aSha('merge'), headSha, baseBefore: aSha('before'), by: null, at: noon };

export const mergeScenes = {
  merge_by_hand: { ...ready, policy: { merge: { mode: 'never', method: 'merge', exceptions: [] } } },
  merge_method_refused: { ...ready, world: { rules: someRules({ mergeMethods: ['squash'] }) } },
  not_next: {
    from: 'snapshot',
    world: {
      stories: [story, later],
      pullRequests: [aPullRequest(), aPullRequest({ number: 12, headRef: 'orchestrate/1.2' })],
    },
    ledger: {
      stories: {
        '1.1': approved(),
        '1.2': approved({
          agreement: 'criteria-1.2',
          pullRequest: 12,
          verdict: aVerdict({ criteriaHash: 'criteria-1.2', at: noon }),
        }),
      },
    },
  },
  in_merge_queue: { ...ready, world: { merging: new Map([[11, { kind: 'queued', detail: 'at place 2' }]]) } },
  merge_pending: {
    ...ready,
    memory: approved({ merging }),
    world: { merging: new Map([[11, { kind: 'pending', detail: 'in progress' }]]) },
  },
  merge_again: { ...ready, memory: approved({ unmerged }) },
  merge_refused: { ...ready, memory: approved({ unmerged: { ...unmerged, times: 4 } }) },
  merge_blocked: {
    from: 'answer',
    hold: () => held(judgeAtMerge(aMerge(), { ...aPullRequest({ mergeState: 'BLOCKED' }), baseSha: tip })),
  },
  merge_unstable: {
    from: 'answer',
    hold: () => held(judgeUnstable(aMerge(), [aCheck('failure', { name: 'coverage' })], aPolicy().checks)),
  },
  merge_state_unknown: { ...ready, memory: approved({ merging }) },
  merged_unverified: {
    ...ready,
    memory: approved({ merged }),
    world: { base: { branch: 'main', sha: tip, checks: [aCheck('pending')] } },
  },
} as const satisfies Record<keyof typeof mergeReasons, ReasonScene>;

function held(hold: Hold | null): Hold {
  if (hold === null) throw new Error('nothing is in the way');
  return hold;
}
