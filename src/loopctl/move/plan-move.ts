import type { BacklogPayload } from '../../core/backlog.ts';
import type { Provenance } from '../port.ts';
import type { EpicAccount, ProjectAccount, StoryAccount } from './account.ts';
import { differingEpics, missingDependencies } from './differences.ts';
import { lossesOfMerging, type MoveLoss } from './losses.ts';
import type { Standing } from './standing.ts';
import { noteOf, wordsOfPass, wordsOfRejection } from './story-past.ts';

/** The calls that tell a story's standing, each by the story's number. */
export interface MovePlan {
  readonly payload: BacklogPayload;
  readonly backfills: readonly { readonly number: string; readonly provenance: Provenance }[];
  readonly completions: readonly { readonly number: string; readonly summary: string; readonly reviewType: string }[];
  readonly rejections: readonly {
    readonly number: string;
    readonly reason: string;
    readonly findings: Readonly<Record<string, unknown>>;
    readonly reviewType: string;
  }[];
  /** Stories that were verified and given back since: pending, and verified all the same. */
  readonly releases: readonly string[];
  /** What cannot be kept, or is not as it was. */
  readonly losses: readonly MoveLoss[];
}

/**
 * What brings another store's account of a project into a target: nothing where the target says the same already, so
 * that a move begun twice, or cut off, is made once. Nothing of what the target did itself is undone.
 */
export function planMove(source: ProjectAccount, target: ProjectAccount): MovePlan {
  const known = new Map(target.epics.flatMap(({ stories }) => stories.map((story) => [story.number, story] as const)));
  const from = `${source.tenant}/${source.project.slug}`;
  const stories = source.epics.flatMap((epic) => epic.stories);
  const steps = stories.map((story) => planStory(story, known.get(story.number)));
  const reported = new Set(steps.flatMap((step) => (step.reported ? [step.number] : [])));
  return {
    payload: {
      epics: differingEpics(source, target).map((epic) => epicPayload(epic, reported, from)),
      ...missingDependencies(source, target),
    },
    backfills: steps.flatMap((step) => step.backfill ?? []),
    completions: steps.flatMap((step) => step.completion ?? []),
    rejections: steps.flatMap((step) => step.rejection ?? []),
    releases: steps.flatMap((step) => (step.released ? [step.number] : [])),
    losses: [...steps.flatMap((step) => step.losses), ...lossesOfMerging(source, target)],
  };
}

interface StoryStep {
  readonly number: string;
  readonly reported: boolean;
  readonly backfill?: MovePlan['backfills'][number];
  readonly completion?: MovePlan['completions'][number];
  readonly rejection?: MovePlan['rejections'][number];
  readonly released: boolean;
  readonly losses: readonly MoveLoss[];
}

function planStory(story: StoryAccount, there: StoryAccount | undefined): StoryStep {
  const { number } = story;
  const wanted = standingAfter(story);
  const nothing: StoryStep = { number, reported: false, released: false, losses: lossesOf(story, wanted) };
  if (there !== undefined && isSame(there, wanted)) return nothing;
  if (there !== undefined && !(isUntouched(there) && wanted.verifiedStatus === 'verified')) {
    return { ...nothing, losses: [...nothing.losses, { kind: 'stays', number, standing: standingOf(there), wanted }] };
  }
  if (wanted.verifiedStatus === 'verified') {
    return { ...nothing, ...verification(story), released: wanted.agentStatus === 'pending' };
  }
  const isRejected = wanted.verifiedStatus === 'rejected';
  return {
    ...nothing,
    reported: isRejected || wanted.agentStatus === 'reported_done',
    ...(isRejected ? { rejection: { number, ...wordsOfRejection(story.past) } } : {}),
  };
}

/** Where a story can stand after a move: a claim is its agent's and is not carried. */
function standingAfter({ agentStatus, verifiedStatus }: StoryAccount): Standing {
  if (verifiedStatus === 'verified')
    return { agentStatus: agentStatus === 'pending' ? 'pending' : 'reported_done', verifiedStatus };
  if (verifiedStatus === 'rejected') return { agentStatus: 'pending', verifiedStatus };
  return { agentStatus: agentStatus === 'reported_done' ? 'reported_done' : 'pending', verifiedStatus };
}

function lossesOf(story: StoryAccount, wanted: Standing): readonly MoveLoss[] {
  const { number, agentStatus, past } = story;
  const failures = past.verdicts.filter(({ result }) => result === 'fail').length;
  return [
    ...(wanted.agentStatus === 'pending' && agentStatus !== 'pending'
      ? [{ kind: 'claim', number, standing: standingOf(story) } as const]
      : []),
    ...(failures > (wanted.verifiedStatus === 'rejected' ? 1 : 0)
      ? [{ kind: 'rejections', number, failures } as const]
      : []),
  ];
}

/** Work that loopctl never saw stays that; what was verified is told with what was said of it last. */
function verification({ number, past }: StoryAccount): Pick<StoryStep, 'backfill' | 'completion'> {
  if (past.backfill !== null && past.verdicts.length === 0) {
    const { reason, evidenceUrl, prNumber } = past.backfill;
    const provenance: Provenance = {
      reason,
      ...(evidenceUrl === null ? {} : { evidenceUrl }),
      ...(prNumber === null ? {} : { prNumber }),
    };
    return { backfill: { number, provenance } };
  }
  return { completion: { number, ...wordsOfPass(past) } };
}

function isSame(one: Standing, other: Standing): boolean {
  return one.agentStatus === other.agentStatus && one.verifiedStatus === other.verifiedStatus;
}

function isUntouched(story: Standing): boolean {
  return isSame(story, { agentStatus: 'pending', verifiedStatus: 'unverified' });
}

function standingOf({ agentStatus, verifiedStatus }: Standing): Standing {
  return { agentStatus, verifiedStatus };
}

function epicPayload(epic: EpicAccount, reported: ReadonlySet<string>, from: string): BacklogPayload['epics'][number] {
  const { number, title, description, phase, position, metadata } = epic;
  return {
    number,
    title,
    ...(description === null ? {} : { description }),
    ...(phase === null ? {} : { phase }),
    position,
    metadata,
    stories: epic.stories.map((story) => ({
      number: story.number,
      title: story.title,
      ...(story.description === null ? {} : { description: story.description }),
      acceptance_criteria: story.criteria.map(({ id, text }) => ({ id, description: text })),
      ...(story.estimatedHours === null ? {} : { estimated_hours: story.estimatedHours }),
      metadata: { ...story.metadata, ...noteOf(story, from) },
      ...(reported.has(story.number) ? { initial_agent_status: 'reported_done' as const } : {}),
    })),
  };
}
