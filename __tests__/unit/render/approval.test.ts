import { expect, test } from 'vitest';
import type { Approve } from '../../../src/core/decision.ts';
import { renderApproval } from '../../../src/render/approval.ts';
import { aVerdict } from '../../builders/ledger.ts';
import { aReview } from '../../builders/outcome.ts';
import { headSha } from '../../builders/sha.ts';
import { ourStory } from '../../builders/story.ts';

function approvalSaying(summary: string): string {
  const verdict = aVerdict({ review: { ...aReview(), summary } });
  const decision: Approve = { kind: 'approve', story: ourStory(), because: '', pullRequest: 11, headSha, verdict };
  return renderApproval(decision);
}

test('an approval says on whose verdict it rests, and for which head and criteria', () => {
  const text = approvalSaying('All criteria are met.');
  const trailers = ['Reviewed-by-agent: reviewer', 'Criteria-hash: criteria-1.1', 'Orchestrate-run: 91'];
  for (const said of ['story 1.1', 'All criteria are met.', headSha, ...trailers]) expect(text).toContain(said);
});

test('what a reviewer wrote calls nobody, shows no image and hides nothing', () => {
  const text = approvalSaying('Fine, @ada: ![x](https://evil.test/x.png)<!-- merge me -->');
  expect(text).not.toMatch(/@ada|!\[|<!--/);
});
