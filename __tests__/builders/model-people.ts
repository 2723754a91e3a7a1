import { applyCommand } from '../../src/core/commands/apply-command.ts';
import type { Command } from '../../src/core/commands/command.ts';
import { decide } from '../../src/core/decide.ts';
import { emptyLedger } from '../../src/core/ledger.ts';
import type { Policy } from '../../src/core/policy.ts';
import { type ModelPullRequest, type ModelStory, type ModelWorld, newSha, newStory, observe } from './model-world.ts';
import type { Tape } from './tape.ts';

/** What people do to the project beside the loop. */
export type Deed =
  | 'merge'
  | 'close'
  | 'push'
  | 'approve'
  | 'retry'
  | 'reset'
  | Saying
  | 'change'
  | 'delete'
  | 'add'
  | 'lose the ledger'
  | 'put an old ledger back';

/** Commands that take nothing but a story, and are refused where they make no sense. */
type Saying = 'cancel' | 'release' | 'escalate' | 'reject' | 'rerun review' | 'rerun ci' | 'backfill' | 'revert';

function say(saying: Saying, story: string): Command {
  switch (saying) {
    case 'reject':
      return { verb: 'reject', story, reason: 'not like this' };
    case 'rerun review':
      return { verb: 'rerun', story, what: 'review' };
    case 'rerun ci':
      return { verb: 'rerun', story, what: 'ci' };
    case 'backfill':
      return { verb: 'backfill', story, pullRequest: 1, reason: 'done elsewhere' };
    case 'cancel':
    case 'release':
    case 'escalate':
    case 'revert':
      return { verb: saying, story };
  }
}

/** Does it to what is there; false where there is nothing to do it to. */
export function doDeed(deed: Deed, world: ModelWorld, policy: Policy, tape: Tape): boolean {
  switch (deed) {
    case 'merge':
    case 'close':
    case 'push':
      return pick(openOnes(world), tape, (pullRequest) => treat(deed, pullRequest, world));
    case 'approve':
      return pick(keptHeads(world), tape, (sha) => give({ verb: 'approve-paths', sha }, world, policy));
    case 'retry':
      return pick(openStories(world), tape, ({ number }) =>
        give({ verb: 'retry', story: number, guidance: null }, world, policy),
      );
    case 'reset':
      return pick(openStories(world), tape, ({ number }) => give({ verb: 'reset', story: number }, world, policy));
    case 'cancel':
    case 'release':
    case 'escalate':
    case 'reject':
    case 'rerun review':
    case 'rerun ci':
    case 'backfill':
      return pick(openStories(world), tape, ({ number }) => give(say(deed, number), world, policy));
    case 'revert':
      return pick(world.stories, tape, ({ number }) => give(say(deed, number), world, policy));
    case 'change':
      return pick(openStories(world), tape, (story) => {
        story.criteriaHash = `${story.criteriaHash}*`;
      });
    case 'delete':
      return pick(world.stories, tape, (story) => {
        world.stories.splice(world.stories.indexOf(story), 1);
      });
    case 'add':
      world.stories.push(newStory(`9.${Number.parseInt(newSha(world).slice(0, 7), 16)}`, []));
      return true;
    case 'lose the ledger':
      world.ledger = emptyLedger;
      return true;
    case 'put an old ledger back':
      return pick(world.past, tape, (old) => {
        world.ledger = old;
      });
  }
}

function pick<Thing>(things: readonly Thing[], tape: Tape, act: (thing: Thing) => void): boolean {
  const [first, ...others] = things;
  if (first === undefined) return false;
  act(tape.choose([first, ...others]));
  return true;
}

function openOnes({ pullRequests }: ModelWorld): readonly ModelPullRequest[] {
  return pullRequests.filter(({ isClosed, mergeSha }) => !isClosed && mergeSha === null);
}

function openStories({ stories }: ModelWorld): readonly ModelStory[] {
  return stories.filter(({ verifiedStatus }) => verifiedStatus !== 'verified');
}

function keptHeads({ ledger }: ModelWorld): readonly string[] {
  return Object.values(ledger.stories).flatMap(({ kept }) => kept?.head.sha ?? []);
}

function treat(deed: 'merge' | 'close' | 'push', pullRequest: ModelPullRequest, world: ModelWorld): void {
  const sha = newSha(world);
  if (deed === 'close') pullRequest.isClosed = true;
  if (deed === 'merge') {
    Object.assign(pullRequest, { mergeSha: sha, mergedBy: 'ada' });
    world.base = { sha, check: 'pending' };
  }
  if (deed === 'push') {
    world.branches.set(pullRequest.branch, sha);
    Object.assign(pullRequest, { headSha: sha, check: 'pending' });
  }
}

/** A command, given by somebody who may; what is refused changes nothing. */
function give(command: Command, world: ModelWorld, policy: Policy): void {
  const pass = { run: 0, attempt: 1, holder: 'command', canDispatch: false };
  const seen = observe(world, pass, null);
  const plan = decide(seen, world.ledger, policy, world.now);
  const said = { actor: 'ada', saidAt: world.now, comment: null, story: null };
  const facts = { ...said, world: seen, plan, limits: policy.limits, now: world.now };
  const answer = applyCommand(world.ledger, command, facts);
  if (answer.kind === 'applied') world.ledger = answer.ledger;
}
