import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { JobSettings } from '../../src/agents/assignment-file.ts';
import { type AgentWorld, makeAgentWorld, type RunEnd } from './agent-world.ts';

let world: AgentWorld;
beforeEach(() => {
  world = makeAgentWorld();
});
afterEach(() => {
  world.dispose();
});

function rehearse(job: Partial<JobSettings>): Promise<RunEnd> {
  const { story: _, criteriaHash: __, feedback: ___, ...common } = world.implement();
  const author = {
    command: world.agent("fs.writeFileSync('/nowhere/worked', '')"),
    timeoutMinutes: 1,
    outputLimitKb: 9,
  };
  return world.run({ ...common, role: 'rehearsal' }, { ...job, author });
}

it("runs setup, then the project's own check, on the base as it is, and no agent", async () => {
  const { outcome, outcomeDirectory } = await rehearse({
    setup: { command: 'mkdir ignored && echo ready > ignored/tool', timeoutMinutes: 1 },
    verify: { command: 'cat ignored/tool a.txt; git rev-parse HEAD; exit 3', timeoutMinutes: 1 },
  });
  const { verify, kind, head, agent } = outcome;
  expect({ kind, head, agent }).toEqual({ kind: 'completed', head: null, agent: null });
  expect(verify).toMatchObject({ exitCode: 3, tail: `ready\na\n${world.start}\n` });
  expect(existsSync(join(outcomeDirectory, 'work.bundle'))).toBe(false);
  expect(readFileSync(join(outcomeDirectory, 'agent.log'), 'utf8')).toMatch(/setup: [\s\S]*verify: /);
});

it('goes no further than a setup that fails, and tells what that printed', async () => {
  const { outcome } = await rehearse({
    setup: { command: 'echo no such tool; exit 4', timeoutMinutes: 1 },
    verify: { command: 'true', timeoutMinutes: 1 },
  });
  expect(outcome).toMatchObject({ kind: 'failed', verify: null });
  expect(outcome.detail).toMatch(/^the project's setup command: exit code 4\nno such tool\n$/);
});

it('ends well where the project names neither', async () => {
  expect((await rehearse({})).outcome).toMatchObject({ kind: 'completed', verify: null });
});
