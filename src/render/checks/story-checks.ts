import { type OwnCheck, ownChecks } from '../../core/own-checks.ts';
import { reasons } from '../../core/reasons.ts';
import { isVerdictValid, listVouched } from '../../core/standing.ts';
import { tellMoment } from '../../core/utc.ts';
import type { StoryView } from '../../core/view.ts';
import { renderHold } from '../hold-text.ts';
import { findMerger, runUrl, type StoryPage } from '../story-page.ts';
import type { CheckSurface } from '../surface.ts';
import { checkOn } from './check-on.ts';
import { type CheckText, plainCheck } from './check-text.ts';
import { renderContractCheck } from './contract-check.ts';
import { renderDeliverablesCheck } from './deliverables-check.ts';
import { concludeFor, renderGateCheck } from './gate-check.ts';
import { renderReviewCheck } from './review-check.ts';

/** Our checks on the head of a pull request: of one that was not accepted only the gate, which says why. */
export function presentChecks(page: StoryPage): readonly CheckSurface[] {
  const { view, pullRequest } = page;
  if (pullRequest.state === 'CLOSED') return [];
  const surface = (name: OwnCheck, text: CheckText | null): readonly CheckSurface[] =>
    text === null ? [] : [checkOn(pullRequest.headSha, name, text)];
  const gate = surface(ownChecks.gate, renderGateCheck(page));
  const { head, contract } = view.memory;
  if (head === null || head.sha !== pullRequest.headSha) return gate;
  return [
    ...surface(ownChecks.contract, renderContractCheck(view.story, contract)),
    ...surface(ownChecks.review, renderReview(page)),
    ...surface(ownChecks.deliverables, renderDeliverablesCheck(view.story, head, contract)),
    ...gate,
  ];
}

/**
 * The review of the accepted head: nothing before a reviewer is sent, nor where a failure was told and nobody has answered
 * it, so that what was shown with the verdict stays.
 */
function renderReview(page: StoryPage): CheckText | null {
  const { view, hold, since, places } = page;
  const { story, memory, flight } = view;
  const { verdict, head } = memory;
  if (verdict !== null && head !== null && isVerdictValid(view)) {
    const detailsUrl = runUrl(places, verdict.run);
    return renderReviewCheck({ story, verdict, head, vouched: listVouched(view), detailsUrl });
  }
  if (memory.feedback.some(({ kind, headSha }) => kind === 'review_failed' && headSha === head?.sha)) return null;
  const merger = page.pullRequest.state === 'MERGED' ? findMerger(page) : null;
  if (merger !== null) {
    return plainCheck('neutral', `Merged by ${merger}, without a verdict`, 'Nothing is to be reviewed.');
  }
  const before = describeVoid(view);
  if (flight?.role === 'review') {
    const title = `A reviewer is at work since ${tellMoment(flight.since)}`;
    return { ...plainCheck(null, title, before ?? 'No verdict yet.'), detailsUrl: runUrl(places, flight.run) };
  }
  if (hold !== null && concludeFor(hold) !== null) {
    const told = [...(before === null ? [] : [before, '']), ...renderHold(hold, story.number, since)];
    return plainCheck(concludeFor(hold), `Not reviewed: ${reasons[hold.code].title}`, told.join('\n'));
  }
  return before === null ? null : plainCheck(null, 'To be reviewed anew', before);
}

/** That what was said before does not hold for this head. */
function describeVoid({ story, memory: { verdict, head } }: StoryView): string | null {
  if (verdict === null || head === null) return null;
  const isOther = verdict.criteriaHash !== story.criteriaHash;
  const why = isOther ? 'the story was changed' : 'its diff is another one';
  return `The verdict on ${verdict.headSha.slice(0, 7)} does not hold for this head: ${why}. It is reviewed anew.`;
}
