import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openAgentLog } from '../../src/agents/agent-log.ts';
import { type LaunchEnd, launchAgent } from '../../src/agents/launch.ts';
import { type AgentWorld, makeAgentWorld } from './agent-world.ts';

let world: AgentWorld;
beforeEach(() => {
  world = makeAgentWorld();
});
afterEach(() => {
  world.dispose();
});

const schema = z.object({ summary: z.string() });

function launch(body: string): Promise<LaunchEnd<z.infer<typeof schema>>> {
  return launchAgent({
    task: 'implement',
    command: world.agent(body),
    cwd: world.workspace,
    environment: { PATH: process.env['PATH'] ?? '' },
    prompt: (resultFile) => `write to ${resultFile}`,
    schema,
    exchange: join(world.folder, 'exchange'),
    timeoutMs: 5000,
    outputLimit: 10_000,
    signal: new AbortController().signal,
    log: openAgentLog(join(world.folder, 'agent.log'), []),
  });
}

describe('launchAgent', () => {
  it('hands over the prompt on standard input and in a file, and the task by name', async () => {
    const end = await launch(
      "result({ summary: [task, prompt === fs.readFileSync(process.env.ORCHESTRATE_PROMPT_FILE, 'utf8'), prompt].join(' ') });",
    );
    expect(end.kind === 'result' && end.value.summary).toMatch(/^implement true write to .*implement-result\.json$/);
  });

  it('takes what the agent says it used, where it says so in full', async () => {
    const usage = { inputTokens: 1, outputTokens: 2, model: 'm', costMillicents: 3 };
    expect(await launch(`result({ summary: 's', usage: ${JSON.stringify(usage)} });`)).toMatchObject({ usage });
    expect(await launch("result({ summary: 's', usage: { inputTokens: -1 } });")).toMatchObject({
      kind: 'result',
      usage: null,
    });
  });

  it.each([
    { name: 'an agent that leaves no result', body: '', says: 'it left no result file' },
    {
      name: 'a result that is not JSON',
      body: "fs.writeFileSync(process.env.ORCHESTRATE_RESULT_FILE, 'done!');",
      says: 'not JSON',
    },
    { name: 'a result of another form', body: 'result({ text: 1 });', says: 'not the form asked for' },
    { name: 'a result above 1 MB', body: "result({ summary: 'x'.repeat(1_000_001) });", says: 'more than 1000000' },
    {
      name: 'a result that is a symbolic link',
      body: "fs.writeFileSync('/tmp/../' + process.cwd() + '/r.json', '{\"summary\":\"s\"}'); fs.symlinkSync(process.cwd() + '/r.json', process.env.ORCHESTRATE_RESULT_FILE);",
      says: 'could not be read (ELOOP)',
    },
    {
      name: 'a result that is a named pipe',
      body: "sh('mkfifo ' + process.env.ORCHESTRATE_RESULT_FILE);",
      says: 'not a plain file',
    },
    {
      name: 'a result that is a folder',
      body: 'fs.mkdirSync(process.env.ORCHESTRATE_RESULT_FILE);',
      says: 'not a plain file',
    },
    {
      name: 'a result beside a failing exit code',
      body: "result({ summary: 's' }); process.exit(7);",
      says: 'exit code 7',
    },
    { name: 'an agent that crashes', body: "throw new Error('boom');", says: 'exit code 1' },
    {
      name: 'an agent that kills itself',
      body: "result({ summary: 's' }); process.kill(process.pid, 'SIGKILL');",
      says: 'ended by SIGKILL',
    },
  ])('refuses $name', async ({ body, says }) => {
    const end = await launch(body);
    expect(end).toMatchObject({ kind: 'failed', detail: expect.stringContaining(says) });
  });

  it('does not take the result of the run before for its own', async () => {
    expect(await launch("result({ summary: 's' });")).toMatchObject({ kind: 'result' });
    expect(await launch('')).toMatchObject({ kind: 'failed' });
  });

  it('writes output and end into the log', async () => {
    await launch("console.log('working'); process.exit(2);");
    expect(readFileSync(join(world.folder, 'agent.log'), 'utf8')).toBe('=== implement: exit code 2\nworking\n\n');
  });
});
