import type { Feedback } from './assignment.ts';
import { cutShort } from './cut-short.ts';
import type { VerdictRecord } from './ledger.ts';
import type { CheckFacts, Snapshot } from './snapshot.ts';
import type { StoryView } from './view.ts';

/**
 * Whether the verdict we remember is about this story as it reads now and about the diff of the accepted head: the
 * same criteria hash, the same stable patch id. A base that moved keeps it.
 */
export function isVerdictValid({ story, memory }: StoryView): boolean {
  const { verdict, head } = memory;
  return (
    verdict !== null && head !== null && verdict.criteriaHash === story.criteriaHash && verdict.patchId === head.patchId
  );
}

/** The verdict of a person about this work: it stands before any agent's. */
export function findPersonsVerdict(view: StoryView): VerdictRecord | null {
  const { verdict } = view.memory;
  return verdict !== null && verdict.by !== null && isVerdictValid(view) ? verdict : null;
}

/** Whether that verdict passes, and is another identity's than the author's. */
export function isVerdictPassing(view: StoryView, { identities }: Pick<Snapshot, 'identities'>): boolean {
  const { verdict } = view.memory;
  return isVerdictValid(view) && verdict?.review.result === 'pass' && verdict.reviewer !== identities.implementer;
}

/** The criteria that people saw met: as they read now, and by the diff of the accepted head. */
export function listVouched({ story, memory }: StoryView): readonly string[] {
  const { vouched, head } = memory;
  return vouched
    .filter(({ criteriaHash, patchId }) => criteriaHash === story.criteriaHash && patchId === head?.patchId)
    .map(({ criterion }) => criterion);
}

/** What the review leaves to people and nobody has said yet of these criteria and this diff. */
export function listForPeople(view: StoryView): readonly string[] {
  const vouched = listVouched(view);
  return (view.memory.verdict?.review.acs_human ?? []).filter((id) => !vouched.includes(id));
}

/** What a failed review asks of the next author. */
export function feedbackOfVerdict({ review, headSha, by }: VerdictRecord): Feedback {
  return {
    kind: 'review_failed',
    summary: cutShort(review.summary),
    items: review.findings.map(({ severity, ac_id, description, file }) =>
      cutShort(`${severity}${ac_id ? ` ${ac_id}` : ''}${file ? ` (${file})` : ''}: ${description}`),
    ),
    headSha,
    ...(by === null ? {} : { by }),
  };
}

/** What red checks ask of the next author: each failed check with what its log ends with. */
export function feedbackOfChecks(failed: readonly CheckFacts[], headSha: string): Feedback {
  return {
    kind: 'ci_red',
    summary: `CI failed: ${failed.map(({ name }) => name).join(', ')}`,
    items: failed.map(({ name, summary }) => `${name}: ${summary ?? 'no log could be read'}`),
    headSha,
  };
}
