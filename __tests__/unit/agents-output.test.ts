import { describe, expect, it } from 'vitest';
import { addUsage } from '../../src/agents/add-usage.ts';
import { agentEnvironment, secretValues } from '../../src/agents/agent-environment.ts';
import { createCappedOutput } from '../../src/agents/capped-output.ts';

function kept(limit: number, chunks: readonly string[]): string {
  const output = createCappedOutput(limit);
  for (const chunk of chunks) output.push(Buffer.from(chunk));
  return output.text();
}

describe('createCappedOutput', () => {
  it.each([
    { limit: 10, chunks: ['0123456789'], text: '0123456789' },
    { limit: 10, chunks: ['012', '345', '6789'], text: '0123456789' },
    { limit: 10, chunks: ['0123456789a'], text: '01234\n[… 1 bytes left out …]\n6789a' },
    { limit: 4, chunks: ['a', 'b', 'c', 'd', 'e', 'f', 'g'], text: 'ab\n[… 3 bytes left out …]\nfg' },
    { limit: 10, chunks: [], text: '' },
  ])('keeps of $chunks, within $limit, head and tail', ({ limit, chunks, text }) => {
    expect(kept(limit, chunks)).toBe(text);
  });

  it('counts what a flood lost', () => {
    const text = kept(
      100,
      Array.from({ length: 1000 }, (_, index) => `${String(index).padStart(9, '0')}\n`),
    );
    expect(text).toContain('[… 9900 bytes left out …]');
    expect(text).toMatch(/^000000000\n.*000000999\n$/s);
  });
});

describe('agentEnvironment', () => {
  const folders = { tools: '/o', home: '/h', temporary: '/t' };

  it('is nothing but the allow-list and the names given', () => {
    const ambient = { PATH: '/bin', SECRET: 's', KEY: 'k', HOME: '/root', NODE_OPTIONS: 'x', LOGNAME: 'me' };
    expect(agentEnvironment({ ambient, names: ['KEY', 'ABSENT'], ...folders })).toEqual({
      PATH: '/o:/bin',
      KEY: 'k',
      HOME: '/h',
      TMPDIR: '/t',
      TERM: 'dumb',
      CI: 'true',
    });
  });

  it.each(['GITHUB_TOKEN', 'RUNNER_TEMP', 'ACTIONS_RUNTIME_TOKEN', 'INPUT_TOKEN', 'LOOPCTL_ORCH_KEY', 'github_token'])(
    'never passes %s on, even when it is listed',
    (name) => {
      const env = agentEnvironment({ ambient: { [name]: 'secret-value' }, names: [name], ...folders });
      expect(Object.keys(env)).not.toContain(name);
    },
  );

  it('cannot be told another home by the configuration', () => {
    expect(agentEnvironment({ ambient: { HOME: '/root' }, names: ['HOME'], ...folders })).toMatchObject({ HOME: '/h' });
  });
});

describe('secretValues', () => {
  it('are the values passed on, longest first, but for short ones', () => {
    const ambient = { A: 'secret-1', B: 'secret-1-and-more', C: 'short', PATH: '/usr/local/bin' };
    expect(secretValues({ ambient, names: ['A', 'B', 'C'] })).toEqual(['secret-1-and-more', 'secret-1']);
  });
});

describe('addUsage', () => {
  const usage = { inputTokens: 1, outputTokens: 2, costMillicents: 3, model: 'a' };

  it('adds two runs, under the later model, and takes one alone as it is', () => {
    expect(addUsage(usage, { ...usage, model: 'b' })).toEqual({
      inputTokens: 2,
      outputTokens: 4,
      costMillicents: 6,
      model: 'b',
    });
    expect(addUsage(usage, null)).toEqual(usage);
    expect(addUsage(null, usage)).toEqual(usage);
    expect(addUsage(null, null)).toBeNull();
  });
});
