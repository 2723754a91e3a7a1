import { z } from 'zod';
import { ask, readAnswer, refusalOf } from './ask.ts';
import type { EpicNumbers } from './epic-numbers.ts';
import type { Completion, CompletionResult, Identity, Loopctl } from './port.ts';
import type { StoryRecord } from './story-record.ts';
import type { Transport } from './transport.ts';
import { wireUsage } from './usage-calls.ts';
import { artifactSchema, storySchema, toArtifact, toStory } from './wire-story.ts';

const storyAnswer = z.object({ story: storySchema });

const resultsSchema = z.object({
  results: z.array(
    z.object({ story_id: z.string(), status: z.enum(['success', 'error']), reason: z.string().optional() }),
  ),
});

/** The most stories that one bulk call takes. */
const bulkSize = 50;

type StoryCalls = Pick<
  Loopctl,
  | 'createStory'
  | 'contract'
  | 'claim'
  | 'start'
  | 'postArtifact'
  | 'requestReview'
  | 'unclaim'
  | 'report'
  | 'reviewComplete'
  | 'verify'
  | 'reject'
  | 'forceUnclaim'
  | 'backfill'
  | 'markComplete'
>;

/** The calls that move a story, each in the name that loopctl asks for. */
export function storyCalls(transport: Transport, epicNumbers: EpicNumbers): StoryCalls {
  const named = async (story: z.infer<typeof storySchema>): Promise<StoryRecord> => {
    const numbers = await epicNumbers.read(story.project_id, [story.epic_id]);
    return toStory(story, numbers.get(story.epic_id) ?? 0);
  };
  const move = async (identity: Identity, storyId: string, call: string, body: object = {}): Promise<StoryRecord> => {
    const request = { method: 'POST', path: `/api/v1/stories/${storyId}/${call}`, body } as const;
    return await named((await ask(transport, identity, request, storyAnswer)).story);
  };
  return {
    async createStory(projectId, draft) {
      const { epicNumber, acceptanceCriteria, estimatedHours, ...rest } = draft;
      const body = {
        ...rest,
        epic_number: epicNumber,
        ...(acceptanceCriteria === undefined ? {} : { acceptance_criteria: acceptanceCriteria }),
        ...(estimatedHours === undefined ? {} : { estimated_hours: estimatedHours }),
      };
      const request = { method: 'POST', path: `/api/v1/projects/${projectId}/stories`, body } as const;
      return await named((await ask(transport, 'orchestrator', request, storyAnswer)).story);
    },
    contract: (storyId, { title, criteriaCount }) =>
      move('implementer', storyId, 'contract', { story_title: title, ac_count: criteriaCount }),
    claim: (storyId) => move('implementer', storyId, 'claim'),
    start: (storyId) => move('implementer', storyId, 'start'),
    async postArtifact(storyId, { artifactType, ...artifact }) {
      const body = { ...artifact, artifact_type: artifactType };
      const request = { method: 'POST', path: `/api/v1/stories/${storyId}/artifacts`, body } as const;
      const answer = await ask(transport, 'implementer', request, z.object({ artifact_report: artifactSchema }));
      return toArtifact(answer.artifact_report);
    },
    requestReview: (storyId) => move('implementer', storyId, 'request-review'),
    unclaim: (storyId) => move('implementer', storyId, 'unclaim'),
    report: (storyId, usage) =>
      move('reviewer', storyId, 'report', usage === undefined ? {} : { token_usage: wireUsage(usage) }),
    async reviewComplete(storyId, review) {
      const body = {
        review_type: review.reviewType,
        findings_count: review.findingsCount,
        fixes_count: review.fixesCount,
        ...(review.disprovedCount === undefined ? {} : { disproved_count: review.disprovedCount }),
        ...(review.summary === undefined ? {} : { summary: review.summary }),
      };
      const request = { method: 'POST', path: `/api/v1/stories/${storyId}/review-complete`, body } as const;
      await ask(transport, 'orchestrator', request, z.object({ review_record: z.looseObject({}) }));
    },
    verify: (storyId, { summary, reviewType, commitSha }) =>
      move('orchestrator', storyId, 'verify', {
        result: 'pass',
        summary,
        review_type: reviewType,
        ...(commitSha === undefined ? {} : { commit_sha: commitSha }),
      }),
    reject: (storyId, { reason, findings, reviewType }) =>
      move('orchestrator', storyId, 'reject', {
        reason,
        ...(findings === undefined ? {} : { findings }),
        ...(reviewType === undefined ? {} : { review_type: reviewType }),
      }),
    forceUnclaim: (storyId) => move('orchestrator', storyId, 'force-unclaim'),
    backfill: (storyId, { reason, prNumber, evidenceUrl }) =>
      move('orchestrator', storyId, 'backfill', {
        reason,
        ...(prNumber === undefined ? {} : { pr_number: prNumber }),
        ...(evidenceUrl === undefined ? {} : { evidence_url: evidenceUrl }),
      }),
    markComplete: (completions) => markComplete(transport, completions),
  };
}

async function markComplete(
  transport: Transport,
  completions: readonly Completion[],
): Promise<readonly CompletionResult[]> {
  const results: CompletionResult[] = [];
  for (let start = 0; start < completions.length; start += bulkSize) {
    const stories = completions
      .slice(start, start + bulkSize)
      .map(({ storyId, summary, reviewType }) => ({ story_id: storyId, summary, review_type: reviewType }));
    const request = { method: 'POST', path: '/api/v1/stories/bulk/mark-complete', body: { stories } } as const;
    const response = await transport.send('orchestrator', request);
    // When every story failed the status is 422, and the body still is the list of results.
    if (response.status >= 400 && !resultsSchema.safeParse(response.body).success) {
      throw refusalOf(request, response);
    }
    for (const row of readAnswer(request, response, resultsSchema).results) {
      results.push({ storyId: row.story_id, succeeded: row.status === 'success', reason: row.reason ?? null });
    }
  }
  return results;
}
