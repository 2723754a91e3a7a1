import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ask } from '../../../src/core/ask.ts';
import type { Decision } from '../../../src/core/decision.ts';
import { RemoteError } from '../../../src/errors.ts';
import { applyDecision } from '../../../src/pass/apply.ts';
import { LeftUndone } from '../../../src/pass/left-undone.ts';
import { type Account, accountOf } from './account.ts';
import { remembered } from './remembered.ts';
import { type Row, rows } from './rows.ts';
import { sceneOf } from './scene.ts';
import type { Fault } from './wire.ts';
import { type ApplyWorld, foundApplyWorld, type Process } from './world.ts';

/** A world in which a decision is wanted, and what comes of applying it once: what it asks, and the world before and after it. */
interface Prepared {
  readonly world: ApplyWorld;
  readonly decision: Decision;
  readonly before: Account;
  readonly once: Account;
  readonly requests: readonly string[];
}

const table = Object.entries(rows).flatMap(([kind, situations]) => situations.map((row) => ({ kind, row })));

const tell = ({ kind }: Ask): string => `This is the ${kind}.`;

let founded: ApplyWorld;
beforeAll(async () => {
  founded = await foundApplyWorld();
});
afterAll(() => founded[Symbol.asyncDispose]());

for (const { kind, row } of table) {
  describe(`${kind}, when ${row.when}`, () => {
    let prepared: Prepared;
    beforeAll(async () => {
      prepared = await prepare(row);
    });
    afterAll(() => prepared.world[Symbol.asyncDispose]());

    it('does something to the world', () => {
      expect(prepared.decision.kind).toBe(kind);
      expect({ ...prepared.once, learnt: null }).not.toEqual(prepared.before);
    });

    it('changes nothing when it is applied again', async () => {
      await using world = await prepared.world.copy();
      await using process = await world.start();
      await applyDecision(prepared.decision, process.pass, tell);
      expect(await finish(prepared.decision, process, world)).toEqual(prepared.once);
    });

    it('comes to the same when any one of its answers is lost and it is applied again', async () => {
      for (const [at, request] of prepared.requests.entries()) {
        // Nothing has happened between two questions: losing the second is losing the first.
        if (isQuestion(request) && isQuestion(prepared.requests[at - 1])) continue;
        await using world = await prepared.world.copy();
        await using process = await world.start();
        await attempt(prepared.decision, process, { kind: 'answer lost', at });
        expect(await finish(prepared.decision, process, world), request).toEqual(prepared.once);
      }
    });

    it('comes to the same when its process ends after any one of its effects and another applies it', async () => {
      for (const [at, request] of prepared.requests.entries()) {
        if (!isLasting(request)) continue;
        await using world = await prepared.world.copy();
        await using killed = await world.start();
        await attempt(prepared.decision, killed, { kind: 'killed', at });
        await using process = await world.start();
        expect(await finish(prepared.decision, process, world), request).toEqual(prepared.once);
      }
    });
  });
}

describe('what is remembered and nothing else', () => {
  it.each(Object.entries(remembered))('asks nobody: %s', async (kind, decide) => {
    await using process = await founded.start();
    const decision = decide(await process.story());
    process.wire.begin(null);
    await applyDecision(decision, process.pass, tell);
    expect({ kind: decision.kind, requests: process.wire.requests }).toEqual({ kind, requests: [] });
  });
});

/** Brings a world to where the decision is wanted, and applies it in a copy of it. */
async function prepare(row: Row): Promise<Prepared> {
  const world = await founded.copy();
  await using process = await world.start();
  const decision = await row.arrange(sceneOf(world, process));
  await process.pass.loopctl.flush('The scene is set');
  await using copy = await world.copy();
  await using applying = await copy.start();
  const before = await accountOf(copy, applying, null);
  applying.wire.begin(null);
  const applied = await applyDecision(decision, applying.pass, tell);
  const requests = [...applying.wire.requests];
  await applying.pass.loopctl.flush('Applied');
  return { world, decision, requests, before, once: await accountOf(copy, applying, applied) };
}

/** Applies under a fault; a pass takes these failures for trouble that may pass, and any other one for a bug. */
async function attempt(decision: Decision, { pass, wire }: Process, fault: Fault): Promise<void> {
  wire.begin(fault);
  try {
    await applyDecision(decision, pass, tell);
  } catch (error) {
    if (!(error instanceof RemoteError || error instanceof LeftUndone)) throw error;
  }
}

/** Applies once more with nothing in the way, and makes it lasting. */
async function finish(decision: Decision, process: Process, world: ApplyWorld): Promise<unknown> {
  process.wire.begin(null);
  const applied = await applyDecision(decision, process.pass, tell);
  await process.pass.loopctl.flush('Applied');
  return await accountOf(world, process, applied);
}

function isQuestion(request: string | undefined): boolean {
  return request !== undefined && /^loopctl GET |^GET |\/git-upload-pack$/.test(request);
}

/** What is said to the embedded loopctl dies with its process unless it is saved. */
function isLasting(request: string): boolean {
  return !/^loopctl |^GET |\/git-upload-pack$/.test(request);
}
