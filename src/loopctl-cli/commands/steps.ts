import type { Identity } from '../../loopctl/port.ts';
import type { Command, Flag, ToAgent } from '../command.ts';
import { findStoryId, readStory } from '../find.ts';
import { firstOperand, type Given, isGiven, readCount, readObject, readText } from '../given.ts';
import { renderStory } from '../print/story.ts';
import { valueAt } from '../print/view.ts';
import { askDocument, type Document, type Session } from '../session.ts';
import { UsageError } from '../usage-error.ts';
import { agentStory, doneForYou, notForAgents } from './agent-story.ts';

interface Step {
  readonly name: string;
  readonly what: string;
  readonly usually: Identity;
  readonly flags?: Readonly<Record<string, Flag>>;
  readonly toAgent: ToAgent;
  /** What is called on the story, where it is not named as the command. */
  readonly call?: (given: Given) => string;
  readonly body?: (given: Given, session: Session) => unknown;
}

/** A call on one story. */
function step({ name, what, usually, flags = {}, toAgent, call = () => name, body = () => ({}) }: Step): Command {
  return {
    name,
    what,
    usually,
    flags,
    toAgent,
    operands: [{ name: 'STORY' }],
    view: { kind: 'text', render: renderStory },
    run: async (session, given) => {
      const sent = await body(given, session);
      const path = `/api/v1/stories/${await findStoryId(session, firstOperand(given))}/${call(given)}`;
      return await askDocument(session, { method: 'POST', path, body: sent });
    },
  };
}

const before = doneForYou('before you were started');
const after = doneForYou('when your work was judged');

export const contract = step({
  name: 'contract',
  what: 'The handshake: agrees to a story as it reads now, or to the title and number of criteria that are given.',
  usually: 'implementer',
  flags: {
    title: { what: 'the title that was read', value: 'TEXT' },
    criteria: { what: 'the number of criteria that were read', value: 'N' },
  },
  toAgent: {
    kind: 'answers',
    answer: (card, { operands }) => {
      const story = agentStory(card, operands[0]);
      const { title, acceptance_criteria: criteria } = story;
      return {
        story,
        contract: { story_title: title, ac_count: Array.isArray(criteria) ? criteria.length : 0 },
        note: 'The handshake was made before you were started; what counts of you is your restatement.',
      };
    },
  },
  body: async (given, session) => {
    const [title, criteria] = [readText(given, 'title'), readCount(given, 'criteria')];
    const story = title !== null && criteria !== null ? null : await readStory(session, firstOperand(given));
    return { story_title: title ?? valueAt(story, 'story.title'), ac_count: criteria ?? countCriteria(story) };
  },
});

function countCriteria(story: Document | null): number {
  const criteria = valueAt(story, 'story.acceptance_criteria');
  return Array.isArray(criteria) ? criteria.length : 0;
}

export const claim = step({
  name: 'claim',
  what: 'Takes a story that was agreed to.',
  usually: 'implementer',
  toAgent: before,
});

export const start = step({
  name: 'start',
  what: 'Begins work on a claimed story.',
  usually: 'implementer',
  toAgent: before,
});

export const requestReview = step({
  name: 'request-review',
  what: 'Says that a story is ready to be looked at.',
  usually: 'implementer',
  toAgent: after,
});

export const report = step({
  name: 'report',
  what: 'Reports a story done. Never in the name of the agent that it is assigned to.',
  usually: 'reviewer',
  flags: {
    artifact: { what: 'an artifact: `{"artifact_type", "path", "exists", "details"}`', value: 'JSON' },
    'token-usage': {
      what: 'what was used: `{"input_tokens", "output_tokens", "model_name", "cost_millicents"}`',
      value: 'JSON',
    },
  },
  toAgent: after,
  body: (given) => ({
    ...named('artifact', readObject(given, 'artifact')),
    ...named('token_usage', readObject(given, 'token-usage')),
  }),
});

export const reviewComplete = step({
  name: 'review-complete',
  what: 'Records that a reported story was reviewed, every finding fixed or disproved.',
  usually: 'orchestrator',
  flags: {
    type: { what: 'what kind of review it was', value: 'TEXT', required: true },
    findings: { what: 'how many findings there were', value: 'N' },
    fixes: { what: 'how many of them were fixed', value: 'N' },
    disproved: { what: 'how many of them were none', value: 'N' },
    summary: { what: 'what came of it', value: 'TEXT' },
  },
  toAgent: after,
  body: (given) => ({
    review_type: readText(given, 'type'),
    findings_count: readCount(given, 'findings') ?? 0,
    fixes_count: readCount(given, 'fixes') ?? 0,
    disproved_count: readCount(given, 'disproved') ?? 0,
    ...named('summary', readText(given, 'summary')),
  }),
});

export const verify = step({
  name: 'verify',
  what: 'Verifies a story that was reported and reviewed. To fail one there is `reject`.',
  usually: 'orchestrator',
  flags: {
    summary: { what: 'why it holds', value: 'TEXT' },
    'review-type': { what: 'what kind of review it was', value: 'TEXT' },
    commit: { what: 'the commit that was verified', value: 'SHA' },
    result: { what: 'can only be `pass`', value: 'pass' },
  },
  toAgent: notForAgents,
  body: (given) => {
    const result = readText(given, 'result') ?? 'pass';
    if (result !== 'pass') {
      throw new UsageError(
        `loopctl takes the story as verified whatever --result says. To fail it: loopctl reject ${firstOperand(given)} --reason TEXT`,
      );
    }
    return {
      result,
      ...named('summary', readText(given, 'summary')),
      ...named('review_type', readText(given, 'review-type')),
      ...named('commit_sha', readText(given, 'commit')),
    };
  },
});

export const reject = step({
  name: 'reject',
  what: 'Rejects a story that was reported or verified; it goes back to the ready ones.',
  usually: 'orchestrator',
  flags: {
    reason: { what: 'what is not as it should be', value: 'TEXT', required: true },
    findings: { what: 'the findings, as an object', value: 'JSON' },
    'review-type': { what: 'what kind of review it was', value: 'TEXT' },
  },
  toAgent: notForAgents,
  body: (given) => ({
    reason: readText(given, 'reason'),
    ...named('findings', readObject(given, 'findings')),
    ...named('review_type', readText(given, 'review-type')),
  }),
});

const unclaimAsItself = step({
  name: 'unclaim',
  what: "Gives a claimed story back; with --force also one that somebody else holds, in the orchestrator's name.",
  usually: 'implementer',
  flags: { force: { what: 'whoever holds it, and whatever its status is' } },
  toAgent: notForAgents,
  call: (given) => (isGiven(given, 'force') ? 'force-unclaim' : 'unclaim'),
});

export const unclaim: Command = {
  ...unclaimAsItself,
  run: (session, given) => {
    const identity = isGiven(given, 'force') ? 'orchestrator' : session.identity;
    return unclaimAsItself.run({ ...session, identity }, given);
  },
};

export const backfill = step({
  name: 'backfill',
  what: 'Records that a pending story was done where loopctl did not see it; it is verified by that.',
  usually: 'orchestrator',
  flags: {
    reason: { what: 'where and by whom it was done', value: 'TEXT', required: true },
    pr: { what: 'the number of its pull request', value: 'N' },
    evidence: { what: 'an address where it can be seen', value: 'URL' },
  },
  toAgent: notForAgents,
  body: (given) => ({
    reason: readText(given, 'reason'),
    ...named('pr_number', readCount(given, 'pr')),
    ...named('evidence_url', readText(given, 'evidence')),
  }),
});

function named(name: string, value: unknown): Readonly<Record<string, unknown>> {
  return value === null ? {} : { [name]: value };
}
