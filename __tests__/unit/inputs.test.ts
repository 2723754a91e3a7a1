import { describe, expect, it } from 'vitest';
import { describeProblem } from '../../src/config/problem.ts';
import type { Environment } from '../../src/inputs/environment.ts';
import { type Inputs, readInputs, secretsIn } from '../../src/inputs/read-inputs.ts';
import { keysIn } from '../../src/inputs/read-server.ts';
import { inputNames, renamedInputs } from '../../src/inputs/registry.ts';

const keys = { LOOPCTL_AGENT_KEY: 'lc_i', LOOPCTL_REVIEWER_KEY: 'lc_r', LOOPCTL_ORCH_KEY: 'lc_o' };
const digest = '0123456789abcdef'.repeat(4);
const plan = { INPUT_PHASE: 'plan', INPUT_TOKEN: 'ghs_secret', RUNNER_TEMP: '/tmp/r' };
const agent = { INPUT_PHASE: 'agent', INPUT_ASSIGNMENT: 'a1', RUNNER_TEMP: '/tmp/r' };
const settle = {
  INPUT_PHASE: 'settle',
  INPUT_TOKEN: 'ghs_secret',
  INPUT_ASSIGNMENT: 'a1',
  'INPUT_OUTCOME-ARTIFACT': '42',
  'INPUT_OUTCOME-DIGEST': digest,
};

const command = {
  INPUT_PHASE: 'command',
  INPUT_TOKEN: 'ghs_secret',
  INPUT_COMMAND: 'retry',
  INPUT_STORY: '2.1',
  GITHUB_TRIGGERING_ACTOR: 'ada',
};

function read(environment: Environment): Inputs {
  const reading = readInputs(environment);
  if (reading.kind === 'problems') throw new Error(reading.problems.map(describeProblem).join('\n'));
  return reading.inputs;
}

function refusals(environment: Environment): readonly string[] {
  const reading = readInputs(environment);
  return reading.kind === 'problems' ? reading.problems.map(describeProblem) : [];
}

describe('readInputs', () => {
  it('reads a plan that is only asked what it would do, and where people want to be told', () => {
    expect(read({ ...plan, 'INPUT_DRY-RUN': 'true' })).toMatchObject({ phase: 'dry-run', approvalToken: null });
    const told = { ...plan, 'INPUT_WEBHOOK-URL': 'https://hooks.example.com/x', INPUT_RECORD: '/kept' };
    expect(read(told)).toMatchObject({ phase: 'plan', webhook: 'https://hooks.example.com/x', record: '/kept' });
  });

  it('reads what plan needs, with the defaults of what is left out', () => {
    expect(read(plan)).toEqual({
      phase: 'plan',
      token: 'ghs_secret',
      config: '.github/orchestrate.yml',
      stateBranch: 'orchestrate-state',
      workflow: 'orchestrate.yml',
      server: null,
      approvalToken: null,
      webhook: null,
      record: '/tmp/r/orchestrate-record',
      assignments: '/tmp/r/orchestrate-assignments',
    });
  });

  it('reads what an agent job needs, and that holds no token', () => {
    expect(read(agent)).toEqual({
      phase: 'agent',
      assignment: 'a1',
      assignments: '/tmp/r/orchestrate-assignments',
      outcome: '/tmp/r/orchestrate-outcome',
    });
  });

  it('reads what settle needs, the digest in the way the artifact API writes it', () => {
    const expected = { phase: 'settle', assignment: 'a1', outcomeArtifact: 42, outcomeDigest: `sha256:${digest}` };
    expect(read(settle)).toMatchObject(expected);
    expect(read({ ...settle, 'INPUT_OUTCOME-DIGEST': `sha256:${digest}` })).toMatchObject(expected);
  });

  it('takes a token to approve with where it is judged, and nowhere else', () => {
    const given = { 'INPUT_APPROVAL-TOKEN': 'ghs_approval' };
    for (const job of [plan, settle])
      expect(read({ ...job, ...given })).toMatchObject({ approvalToken: 'ghs_approval' });
    expect(read({ ...plan, ...given, INPUT_REHEARSE: 'true' })).not.toHaveProperty('approvalToken');
    for (const job of [agent, command]) {
      expect(refusals({ ...job, ...given })).toEqual([expect.stringContaining('approval-token: must not be given')]);
      expect(refusals({ ...job, ...given }).join('')).not.toContain('ghs_approval');
    }
  });

  it('reads a plan that is to rehearse as another thing than a plan', () => {
    const { assignments } = read(plan) as Extract<Inputs, { phase: 'plan' }>;
    expect(read({ ...plan, INPUT_REHEARSE: 'true' })).toMatchObject({ phase: 'rehearsal', assignments });
    expect(read({ ...plan, INPUT_REHEARSE: 'false' })).toMatchObject({ phase: 'plan' });
    expect(refusals({ ...plan, INPUT_REHEARSE: 'yes' })).toEqual([expect.stringContaining('input rehearse: must be')]);
  });

  it("reads the settle of a rehearsal, whose agent job may have left nothing, as no other's may", () => {
    const rehearsed = { ...settle, INPUT_ASSIGNMENT: 'rehearsal-7-2' };
    const expected = { phase: 'rehearsed', rehearsal: { run: 7, attempt: 2 } };
    const outcome = { artifact: 42, digest: `sha256:${digest}` };
    expect(read(rehearsed)).toMatchObject({ ...expected, outcome });
    const nothing = { 'INPUT_OUTCOME-ARTIFACT': '', 'INPUT_OUTCOME-DIGEST': '' };
    expect(read({ ...rehearsed, ...nothing })).toMatchObject({ ...expected, outcome: null });
    expect(refusals({ ...rehearsed, 'INPUT_OUTCOME-DIGEST': '' })).toEqual([expect.stringContaining('outcome-digest')]);
    expect(refusals({ ...settle, ...nothing })).toHaveLength(2);
  });

  it('reads which comment, or that the dashboard, woke it in place of a command', () => {
    const { INPUT_COMMAND: _, INPUT_STORY: __, ...woken } = command;
    const expected = { phase: 'comment', token: 'ghs_secret', approvalToken: null };
    expect(read({ ...woken, INPUT_COMMENT: '3000000001' })).toMatchObject({ ...expected, comment: 3_000_000_001 });
    expect(read({ ...woken, INPUT_COMMENT: 'dashboard', 'INPUT_APPROVAL-TOKEN': 'ghs_job' })).toMatchObject({
      ...expected,
      comment: null,
      approvalToken: 'ghs_job',
    });
  });

  it('reads what a command needs, and takes who started the run for who gives it', () => {
    const expected = { phase: 'command', command: 'retry', story: '2.1', token: 'ghs_secret' };
    expect(read(command)).toMatchObject({ ...expected, actor: 'ada' });
    expect(read({ ...command, INPUT_ACTOR: 'grace' })).toMatchObject({ ...expected, actor: 'grace' });
    expect(read({ ...command, INPUT_STORY: '', INPUT_COMMAND: 'pause' })).toMatchObject({ story: '' });
  });

  it('reads what the doctor needs, a server of loopctl with its keys too', () => {
    const { token, config, stateBranch, workflow, server } = read(plan) as Extract<Inputs, { phase: 'plan' }>;
    const doctor = { phase: 'doctor', token, config, stateBranch, workflow, server };
    expect(read({ ...plan, INPUT_PHASE: 'doctor' })).toMatchObject(doctor);
    const given = { ...plan, INPUT_PHASE: 'doctor', 'INPUT_LOOPCTL-URL': 'https://loopctl.example.com' };
    expect(refusals(given)).toHaveLength(3);
  });

  it('takes what is given over the default, and trims it as the runner does', () => {
    const given = {
      ...plan,
      INPUT_CONFIG: ' other.yml\n',
      INPUT_ASSIGNMENTS: '/data/a',
      'INPUT_STATE-BRANCH': 'state',
    };
    expect(read(given)).toMatchObject({ config: 'other.yml', assignments: '/data/a', stateBranch: 'state' });
  });

  it('needs no folder of the runner when every folder is given', () => {
    expect(read({ INPUT_PHASE: 'plan', INPUT_TOKEN: 'x', INPUT_ASSIGNMENTS: '/a' })).toMatchObject({
      assignments: '/a',
    });
  });

  it('accepts the defaults of action.yml, which the runner sets for every phase', () => {
    const defaults = {
      INPUT_CONFIG: '.github/orchestrate.yml',
      'INPUT_LOOPCTL-URL': '',
      INPUT_WORKFLOW: 'orchestrate.yml',
    };
    expect(read({ ...agent, ...defaults })).toMatchObject({ phase: 'agent' });
  });

  it.each(['https://loopctl.example.com', 'http://127.0.0.1:4000/api'])(
    'takes %s as the address of a server',
    (url) => {
      const byName = { implementer: 'lc_i', reviewer: 'lc_r', orchestrator: 'lc_o' };
      expect(read({ ...plan, 'INPUT_LOOPCTL-URL': url, ...keys })).toMatchObject({ server: { url, keys: byName } });
    },
  );

  it('wants every key where there is a server, none where there is not, and three different ones', () => {
    const server = { ...plan, 'INPUT_LOOPCTL-URL': 'https://loopctl.example.com' };
    expect(refusals(server)).toEqual([
      expect.stringMatching(/^variable LOOPCTL_AGENT_KEY: is missing, and `loopctl-url` needs it/),
      expect.stringMatching(/^variable LOOPCTL_REVIEWER_KEY: is missing/),
      expect.stringMatching(/^variable LOOPCTL_ORCH_KEY: is missing/),
    ]);
    expect(refusals({ ...plan, LOOPCTL_ORCH_KEY: 'lc_o' })).toEqual([
      expect.stringMatching(/^variable LOOPCTL_ORCH_KEY: is given, and `loopctl-url` is empty/),
    ]);
    expect(refusals({ ...server, ...keys, LOOPCTL_REVIEWER_KEY: ' lc_i' })).toEqual([
      expect.stringMatching(/^variable LOOPCTL_REVIEWER_KEY: is the same key as another one/),
    ]);
    const broken = refusals({ ...server, ...keys, LOOPCTL_ORCH_KEY: 'lc_o\nlc_p' });
    expect(broken).toEqual([expect.stringMatching(/^variable LOOPCTL_ORCH_KEY: is no key/)]);
    expect(broken.join()).not.toContain('lc_p');
  });

  it('lets no agent job hold a key, and says no key while it says so', () => {
    const said = refusals({ ...agent, LOOPCTL_AGENT_KEY: 'lc_i' });
    expect(said).toEqual([expect.stringMatching(/^variable LOOPCTL_AGENT_KEY: must not be given to phase agent/)]);
    expect(said.join()).not.toContain('lc_i');
    expect(keysIn({ ...keys, LOOPCTL_ORCH_KEY: ' ' })).toEqual(['lc_i', 'lc_r']);
  });

  it.each<[behaviour: string, environment: Environment, refusal: RegExp]>([
    ['no input at all', {}, /^input phase: is missing\. Give it under `with:`/],
    [
      'an unknown phase',
      { ...plan, INPUT_PHASE: 'plam' },
      /input phase: must be one of plan, agent, settle, command, doctor, found `plam`/,
    ],
    [
      'a phase of later',
      { ...plan, INPUT_PHASE: 'init' },
      /input phase: must be one of plan, agent, settle, command, doctor, found/,
    ],
    [
      'plan without a token',
      { ...plan, INPUT_TOKEN: '' },
      /input token: is missing, and phase plan needs it\. Give it/,
    ],
    ['an empty digest', { ...settle, 'INPUT_OUTCOME-DIGEST': ' ' }, /outcome-digest: is missing, and phase settle/],
    [
      'half a digest',
      { ...settle, 'INPUT_OUTCOME-DIGEST': 'abc' },
      /outcome-digest: must be the SHA-256 .*`abc`\. SHA-256/,
    ],
    ['an artifact by name', { ...settle, 'INPUT_OUTCOME-ARTIFACT': 'x' }, /outcome-artifact: must be the number/],
    ['an id that is a path', { ...agent, INPUT_ASSIGNMENT: '../x' }, /input assignment: must be an id from the matrix/],
    ['a config outside', { ...plan, INPUT_CONFIG: '../c.yml' }, /input config: must be written without/],
    ['a workflow path', { ...plan, INPUT_WORKFLOW: '.github/workflows/x.yml' }, /input workflow: must be a file name/],
    [
      'a bad branch',
      { ...plan, 'INPUT_STATE-BRANCH': 'a b' },
      /input state-branch: contains characters that git forbids/,
    ],
    [
      'keys sent in the open',
      { ...plan, 'INPUT_LOOPCTL-URL': 'http://loopctl.example.com' },
      /loopctl-url: must use https/,
    ],
    ['a server that is none', { ...plan, 'INPUT_LOOPCTL-URL': 'loopctl' }, /loopctl-url: must be an address such as/],
    ['credentials in an address', { ...plan, 'INPUT_LOOPCTL-URL': 'https://a:b@c.d' }, /must not carry credentials/],
    [
      'a command that is none',
      { ...command, INPUT_COMMAND: ' ' },
      /input command: is missing, and phase command needs/,
    ],
    [
      'an address to tell with a command, which tells nobody',
      { ...command, 'INPUT_WEBHOOK-URL': 'https://hooks.example.com/x' },
      /^input webhook-url: must not be given with a command: that does nothing with it/,
    ],
    [
      'a folder for the record of a command, which leaves none',
      { ...command, INPUT_RECORD: '/kept' },
      /^input record: must not be given with a command/,
    ],
    [
      'a command beside the comment that it stands in',
      { ...command, INPUT_COMMENT: '7' },
      /input comment: is given beside `command`, `story`/,
    ],
    [
      "nobody's command",
      { ...command, GITHUB_TRIGGERING_ACTOR: '' },
      /input actor: is empty, and the runner does not say who started the run\. Give `actor`/,
    ],
    [
      'a comment that is none',
      { ...command, INPUT_COMMAND: '', INPUT_STORY: '', INPUT_COMMENT: '#7' },
      /input comment: must be the number of a comment/,
    ],
    ['an actor that is no login', { ...command, INPUT_ACTOR: '../x' }, /input actor: must be somebody's login/],
    ['a command for plan', { ...plan, INPUT_COMMAND: 'retry 2.1' }, /input command: is not for phase plan/],
    [
      'a token for the agent',
      { ...agent, INPUT_TOKEN: 'ghs_x' },
      /input token: must not be given to phase agent: .*Remove/,
    ],
    [
      'an input of another phase',
      { ...plan, INPUT_OUTCOME: '/x' },
      /input outcome: is not for phase plan\. .*to agent\./,
    ],
    [
      'a misspelt input',
      { ...plan, 'INPUT_STATE-BRNCH': 'x' },
      /state-brnch: is not an input.* Did you mean `state-branch`\?/,
    ],
    [
      'an outlandish input',
      { ...plan, INPUT_ZEBRA: '' },
      /input zebra: is not an input of Orchestrate\. .* inputs are phase,/,
    ],
    [
      'no folder to write to',
      { ...agent, RUNNER_TEMP: '' },
      /input outcome: is empty, and the runner set no RUNNER_TEMP/,
    ],
  ])('refuses %s', (_behaviour, environment, refusal) => {
    expect(refusals(environment)).toContainEqual(expect.stringMatching(refusal));
  });

  it.each(Object.entries(renamedInputs))('tells the new name of the renamed input %s', (before, now) => {
    const lines = refusals({ ...plan, [`INPUT_${before.toUpperCase()}`]: 'x' });
    expect(lines).toEqual([`input ${before}: is now called \`${now}\`. Rename it to \`${now}\` in the workflow.`]);
  });

  it('renames only to inputs that exist, from names that no longer do', () => {
    for (const [before, now] of Object.entries(renamedInputs)) {
      expect(inputNames).toContain(now);
      expect(inputNames).not.toContain(before);
    }
  });

  it('tells all problems together', () => {
    const lines = refusals({ INPUT_PHASE: 'settle', INPUT_CONFIG: '/x', INPUT_FOO: '1' });
    expect(lines.map((line) => line.split(':')[0]).sort()).toEqual([
      'input assignment',
      'input config',
      'input foo',
      'input outcome-artifact',
      'input outcome-digest',
      'input token',
    ]);
  });

  it('knows every secret that was given, whatever else is wrong', () => {
    const key = 'lc_agent';
    const secrets = { INPUT_TOKEN: 'a', 'INPUT_APPROVAL-TOKEN': 'b', 'INPUT_WEBHOOK-URL': 'c', LOOPCTL_AGENT_KEY: key };
    expect(new Set(secretsIn({ ...secrets, INPUT_PHASE: 'nonsense' }))).toEqual(new Set(['a', 'b', 'c', key]));
    expect(secretsIn({ INPUT_PHASE: 'plan' })).toEqual([]);
  });

  it('never repeats a secret in a problem', () => {
    expect(refusals({ ...agent, INPUT_TOKEN: 'ghs_secret' }).join('\n')).not.toContain('ghs_secret');
  });
});
