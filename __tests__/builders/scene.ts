import type { Flight, Ledger, StoryMemory } from '../../src/core/ledger.ts';
import type { Policy } from '../../src/core/policy.ts';
import type { PullRequestFacts, Snapshot, StoryFacts } from '../../src/core/snapshot.ts';
import type { Step } from '../../src/core/step.ts';
import { ask, inShort } from './context.ts';
import { aLedger, noon } from './ledger.ts';
import { aPolicy } from './policy.ts';
import { aSnapshot } from './snapshot.ts';
import { aStory } from './story.ts';

/** One story's situation; what is left out is as it is for a new story on a green base. */
export interface Scene {
  readonly story?: StoryFacts;
  readonly memory?: StoryMemory;
  readonly pullRequest?: PullRequestFacts;
  readonly flight?: Flight;
  readonly world?: Partial<Snapshot>;
  readonly ledger?: Partial<Ledger>;
  readonly policy?: Partial<Policy>;
  readonly now?: number;
}

/** A row of a table: a situation, what is expected of it, and the behaviour that makes it so. */
export interface Row extends Scene {
  readonly behaviour: string;
  readonly expected: string;
}

/** What the loop wants for the story of this scene. */
export function askScene(scene: Scene): Step {
  const story = scene.story ?? aStory();
  const world = aSnapshot([story], {
    pullRequests: scene.pullRequest === undefined ? [] : [scene.pullRequest],
    ...scene.world,
  });
  const ledger = aLedger(scene.memory === undefined ? {} : { [story.number]: scene.memory }, {
    flights: scene.flight === undefined ? {} : { [scene.flight.id]: scene.flight },
    ...scene.ledger,
  });
  return ask(world, ledger, aPolicy(scene.policy), scene.now ?? noon);
}

/** The same in one word. */
export function answerScene(scene: Scene): string {
  return inShort(askScene(scene));
}
