import { expect } from 'vitest';
import { applyCommand } from '../../src/core/commands/apply-command.ts';
import type { Command } from '../../src/core/commands/command.ts';
import type { CommandAnswer } from '../../src/core/commands/command-answer.ts';
import type { CommandFacts } from '../../src/core/commands/command-facts.ts';
import { parseComment } from '../../src/core/commands/parse-comment.ts';
import { decide } from '../../src/core/decide.ts';
import { type Ledger, recall, type StoryMemory } from '../../src/core/ledger.ts';
import type { Snapshot, StoryFacts } from '../../src/core/snapshot.ts';
import { aLedger, noon } from './ledger.ts';
import { aPolicy } from './policy.ts';
import { aSnapshot } from './snapshot.ts';
import { aStory } from './story.ts';

/** What somebody says, and the world and the ledger in which it is said; what is left out is as it is for a new story. */
export interface CommandScene {
  readonly command: string;
  readonly story?: StoryFacts;
  readonly memory?: StoryMemory;
  readonly ledger?: Partial<Ledger>;
  readonly world?: Partial<Snapshot>;
  readonly said?: Partial<CommandFacts>;
}

/** The ledger before anything is said. */
export function ledgerOf({ memory, ledger }: Partial<CommandScene>): Ledger {
  return aLedger(memory === undefined ? {} : { '1.1': memory }, ledger);
}

/** The command of a line without its `/orchestrate`. */
export function commandOf(text: string): Command {
  const [parsed] = parseComment(`/orchestrate ${text}`);
  if (parsed?.reading.kind !== 'command') throw new Error(`${text} is no command`);
  return parsed.reading.command;
}

/** What ada's command makes of this scene. */
export function answerCommand(scene: CommandScene, ledger = ledgerOf(scene)): CommandAnswer {
  const policy = aPolicy();
  const world = aSnapshot([scene.story ?? aStory()], scene.world);
  const plan = decide(world, ledger, policy, noon);
  const said = { actor: 'ada', saidAt: noon, comment: '7', story: null, ...scene.said };
  return applyCommand(ledger, commandOf(scene.command), { ...said, world, plan, limits: policy.limits, now: noon });
}

export interface Followed {
  readonly ledger: Ledger;
  readonly memory: StoryMemory;
  readonly said: string;
}

/** The same, where it is followed; given once more it must change nothing more. */
export function followCommand(scene: CommandScene): Followed {
  const once = answerCommand(scene);
  if (once.kind !== 'applied') throw new Error(JSON.stringify(once));
  const twice = answerCommand(scene, once.ledger);
  expect(twice).toMatchObject({ kind: 'applied', ledger: once.ledger });
  return { ledger: once.ledger, memory: recall(once.ledger, '1.1'), said: once.answer };
}

/** The same, where it cannot be followed: why, and what to do instead. */
export function refuseCommand(scene: CommandScene): string {
  const end = answerCommand(scene);
  return end.kind === 'refused' ? `${end.reason} ${end.remedy}` : JSON.stringify(end);
}
