import { describe, expect, it } from 'vitest';
import { defaultAppPermissions } from '../../sandbox/github/auth/permissions.ts';
import { aConfig, foundWorld, pullRequestRule, requiredTest } from './action-world.ts';
import { expectRefusal } from './refusal.ts';

const mend = ['main: the base is not protected', 'Settings → Rules → Rulesets', '`base.unprotected: accept`'];

describe('a base that nothing protects', () => {
  it('is refused when it has no rules at all', async () => {
    await using world = await foundWorld({ rules: null });
    await expectRefusal(world, [...mend, 'no rule demands a pull request', 'no status check is required']);
  });

  it('is refused when its rules demand no check', async () => {
    await using world = await foundWorld({ rules: [pullRequestRule] });
    await expectRefusal(world, [...mend, '(no status check is required)']);
  });

  it('is refused when its rules demand no pull request', async () => {
    await using world = await foundWorld({ rules: [requiredTest] });
    await expectRefusal(world, [...mend, '(no rule demands a pull request)']);
  });

  it('is worked on when the configuration accepts it by name', async () => {
    const config = aConfig({ base: { unprotected: 'accept' } });
    await using world = await foundWorld({ rules: null, files: { '.github/orchestrate.yml': config } });
    expect(await world.run('plan')).toMatchObject({ exitCode: 0, errors: [], outputs: { count: '2' } });
  });
});

describe('rules that leave no way to merge', () => {
  it('are refused when the configured method is not among theirs', async () => {
    const parameters = { ...pullRequestRule.parameters, allowed_merge_methods: ['squash', 'rebase'] as const };
    await using world = await foundWorld({ rules: [{ type: 'pull_request', parameters }, requiredTest] });
    const title = 'the repository forbids this way of merging (merge; allowed: squash, rebase)';
    await expectRefusal(world, [title, 'Set `merge.method`']);
  });

  it('are worked under when merging is left to people', async () => {
    const parameters = { ...pullRequestRule.parameters, allowed_merge_methods: ['squash'] as const };
    const files = { '.github/orchestrate.yml': aConfig({ merge: { mode: 'never' } }) };
    await using world = await foundWorld({ files, rules: [{ type: 'pull_request', parameters }, requiredTest] });
    expect(await world.run('plan')).toMatchObject({ exitCode: 0, errors: [], outputs: { count: '2' } });
  });

  it('are refused when the token could pass over them', async () => {
    await using world = await foundWorld();
    const { appId } = world.github.world.createApp({ slug: 'orchestrate-app' });
    world.github.world.setRuleset({
      name: 'main',
      include: ['~DEFAULT_BRANCH'],
      rules: [pullRequestRule, requiredTest],
      bypassActors: [{ actor_id: Number(appId), actor_type: 'Integration', bypass_mode: 'pull_request' }],
    });
    await expectRefusal(world, ['this token could pass over the rules of the base', 'Take the App off']);
  });
});

describe('a token that cannot do the work', () => {
  const unknown = ['GitHub does not accept the token: Bad credentials', 'Give the step a fresh installation token'];

  it('is refused when it may not write contents', async () => {
    await using world = await foundWorld({ permissions: { ...defaultAppPermissions, contents: 'read' } });
    await expectRefusal(world, ['The state branch may not be written', 'Give the token `contents: write`']);
  });

  it.each([
    ['contents', ['The state branch may not be read', 'Give the token `contents: read`']],
    ['actions', ['Resource not accessible by integration', 'Give the App write permission on actions, checks']],
    ['statuses', ['Resource not accessible by integration', 'and read permission on commit statuses']],
  ] as const)('is refused when it may not read %s', async (permission, says) => {
    await using world = await foundWorld({ permissions: { ...defaultAppPermissions, [permission]: 'none' } });
    await expectRefusal(world, says);
  });

  it('is refused when it is revoked', async () => {
    await using world = await foundWorld();
    world.github.host.revokeToken(world.token);
    await expectRefusal(world, unknown);
  });

  it('is refused when there is no such token, and it is printed nowhere', async () => {
    await using world = await foundWorld();
    const token = 'ghs_0123456789abcdef0123456789abcdef';
    const { text } = await expectRefusal(world, unknown, { inputs: { token } });
    // But for the command by which the runner is told to hide it.
    expect(text.replaceAll(`::add-mask::${token}`, '')).not.toContain(token);
  });
});

it('says what to do when a rule keeps the App off the state branch', async () => {
  await using world = await foundWorld();
  world.github.world.setRuleset({
    name: 'state',
    include: ['refs/heads/orchestrate-state'],
    rules: [{ type: 'creation' }],
  });
  await expectRefusal(world, [
    'The state branch may not be written',
    'Cannot create ref due to creations being restricted',
    'let it push to the state branch',
  ]);
});

it('says what to do when the repository is not there', async () => {
  await using world = await foundWorld();
  const says = ["/ada/elsewhere.git/' not found", 'Check the repository and that the token may see it'];
  await expectRefusal(world, says, { variables: { GITHUB_REPOSITORY: 'ada/elsewhere' } });
});
