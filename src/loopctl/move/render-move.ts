import type { MoveLoss } from './losses.ts';
import type { MovePlan } from './plan-move.ts';
import type { Standing } from './standing.ts';

/** A move in words: what is done, then what is not kept, one line each; nothing of either is an empty list. */
export function renderMove(plan: MovePlan): readonly string[] {
  return [...renderSteps(plan), ...plan.losses.map(renderLoss)];
}

/** What a move does, one line for each kind of call that it makes. */
export function renderSteps({ payload, backfills, completions, rejections, releases }: MovePlan): readonly string[] {
  const stories = payload.epics.flatMap((epic) => epic.stories);
  const dependencies = payload.story_dependencies.length + payload.epic_dependencies.length;
  const reported = stories.filter((story) => story.initial_agent_status !== undefined);
  const counts: readonly (readonly [number, string, string])[] = [
    [payload.epics.length, 'epic', 'imported'],
    [stories.length, 'story', 'imported, with what they went through in their metadata'],
    [dependencies, 'dependency', 'imported'],
    [reported.length, 'story', 'imported as reported done'],
    [completions.length, 'story', 'marked complete, with what their last review said'],
    [backfills.length, 'story', 'backfilled, with where the work was done'],
    [rejections.length, 'story', 'rejected, for the last reason given'],
    [releases.length, 'story', 'given back, verified as they are'],
  ];
  return counts.flatMap(([count, thing, done]) => (count === 0 ? [] : [`${count} ${plural(count, thing)} ${done}`]));
}

/** What no server takes, whoever asks: said once. */
export const neverMoved =
  'Not moved: ids, claims, artifacts, review records, token usage, the feed of changes and saved states. The store that is left keeps them.';

function renderLoss(loss: MoveLoss): string {
  switch (loss.kind) {
    case 'claim':
      return `${loss.number} is ${words(loss.standing)}: its claim is not carried, it is to be done from the start`;
    case 'rejections':
      return `${loss.number} failed review ${loss.failures} ${plural(loss.failures, 'time')}: the target counts the last at most, the others are in its metadata`;
    case 'stays':
      return `${loss.number} is ${words(loss.standing)} at the target and stays so; it should be ${words(loss.wanted)}`;
    case 'epic':
      return `${loss.number} stays in epic ${loss.epic} at the target; it should be in ${loss.wanted}`;
    case 'dependency':
      return `${loss.from} still waits for ${loss.to} at the target`;
  }
}

function words({ agentStatus, verifiedStatus }: Standing): string {
  return verifiedStatus === 'unverified' ? agentStatus : `${agentStatus}, ${verifiedStatus}`;
}

function plural(count: number, thing: string): string {
  if (count === 1) return thing;
  return thing.endsWith('y') ? `${thing.slice(0, -1)}ies` : `${thing}s`;
}
