import type { RecordedLook } from '../../src/core/record/pass-record.ts';
import { compareStoryNumbers, type StoryNumber } from '../../src/core/story.ts';
import type { Records, StoryRecord } from './history.ts';
import { createSavesReader } from './read-saves.ts';
import type { Move } from './story-state.ts';

type Look = Pick<RecordedLook, 'now' | 'ledger'> & { readonly world: Pick<RecordedLook['world'], 'stories'> };

/** What a look saw of a story. */
type Seen = Look['world']['stories'][number];

/**
 * What the recorded looks of passes tell, in whatever order they come: a story begins when it was first seen and moves
 * when it was seen to have moved. What nobody recorded is missing, and money is in no record.
 */
export function readLooks(project: string, looks: readonly Look[]): Records {
  const inOrder = looks.toSorted((left, right) => left.now - right.now);
  const reader = createSavesReader();
  const stories = new Map<StoryNumber, StoryRecord>();
  const last = new Map<StoryNumber, Seen>();
  const moves: Move[] = [];
  for (const { now, ledger, world } of inOrder) {
    reader.add({ at: now, ledger });
    for (const story of world.stories) {
      const { number, title, epic } = story;
      stories.set(number, { number, title, epic, createdAt: stories.get(number)?.createdAt ?? now });
      moves.push(...moveOf(last.get(number), story, now));
      last.set(number, story);
    }
  }
  const known = [...stories.values()].toSorted((left, right) => compareStoryNumbers(left.number, right.number));
  const epics = [...new Set(known.map(({ epic }) => epic))].map((number) => ({ number, title: '' }));
  return { project, stories: known, epics, moves, spendings: [], ...reader.told() };
}

function moveOf(before: Seen | undefined, { number, agentStatus, verifiedStatus }: Seen, at: number): readonly Move[] {
  if (before?.agentStatus === agentStatus && before.verifiedStatus === verifiedStatus) return [];
  return [{ at, story: number, agentStatus, verifiedStatus }];
}
