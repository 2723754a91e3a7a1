import { expect } from 'vitest';
import { judgeGate } from '../../src/core/gate.ts';
import { describeHold, type ReasonCode, reasons } from '../../src/core/reasons.ts';
import type { ReviewFacts } from '../../src/core/snapshot.ts';
import { aContext, viewOf } from './context.ts';
import { aLedger, approved, minute, noon } from './ledger.ts';
import { aPolicy } from './policy.ts';
import { aPullRequest } from './pull-request.ts';
import type { Scene } from './scene.ts';
import { headSha } from './sha.ts';
import { aSnapshot } from './snapshot.ts';
import { ourStory } from './story.ts';

/** What is different from a pull request with nothing against its merge, and what the gate makes of it. */
export interface GateRow extends Scene {
  readonly behaviour: string;
  /** The only reason for which it holds; null: it merges. */
  readonly code: ReasonCode | null;
  /** Of whom it is asked, where not of the story: a repair. */
  readonly number?: string;
  /** What the hold says was seen. */
  readonly seen?: string;
}

/** Every hold of the gate for a reviewed story's pull request, each as the sentence that people read. */
export function judgeScene(
  scene: Scene & Pick<GateRow, 'number'>,
): readonly { readonly code: ReasonCode; readonly says: string }[] {
  const { pullRequest = aPullRequest(), memory = approved(), ledger = {}, world = {}, policy = {} } = scene;
  const story = scene.story ?? ourStory({ agentStatus: 'reported_done' });
  const number = scene.number ?? story.number;
  const context = aContext(
    aSnapshot([story], { pullRequests: [pullRequest], ...world }),
    aLedger({ [number]: memory }, ledger),
    aPolicy(policy),
    scene.now ?? noon,
  );
  return judgeGate(viewOf(context, number), pullRequest, context).flatMap(({ hold }) =>
    hold === null ? [] : { code: hold.code, says: describeHold(hold) },
  );
}

/** That exactly this is in the way, said with what was seen and what to do. */
export function expectGate({ code, seen = '', ...scene }: GateRow): void {
  const holds = judgeScene(scene);
  expect(holds.map((hold) => hold.code)).toEqual(code === null ? [] : [code]);
  if (code === null) return;
  expect(holds[0]?.says).toContain(seen);
  expect(holds[0]?.says).toContain(reasons[code].remedy);
}

/** An approval that a person who may write gave for the head, after it was pushed. */
export function aReviewBy(author: string, change: Partial<ReviewFacts> = {}): ReviewFacts {
  return {
    author,
    isPerson: true,
    canWrite: true,
    state: 'APPROVED',
    commit: headSha,
    submittedAt: noon - 5 * minute,
    ...change,
  };
}
