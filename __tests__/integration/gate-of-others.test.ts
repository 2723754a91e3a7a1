import { expect, it } from 'vitest';
import { foundWorld } from '../acceptance/action-world.ts';
import { plan } from './own-step.ts';

it('a pass gives our gate’s check to pull requests that are nothing of ours, where a rule asks for it', async () => {
  await using world = await foundWorld();
  const { world: site } = world.github;
  await site.pushAs('ada', { branch: 'feature', files: { 'notes.txt': 'mine\n' }, message: 'Notes' });
  const number = await site.openPullAs('ada', { head: 'feature', base: 'main', title: 'Notes' });
  const head = site.pulls().find((pull) => pull.number === number)?.headSha ?? '';
  const gates = (): readonly unknown[] =>
    site.checksOf(head).flatMap((check) => (check.name === 'orchestrate/gate' ? [check.conclusion] : []));
  await plan(world);
  expect(gates()).toEqual([]);
  const required = [{ context: 'test' }, { context: 'orchestrate/gate' }];
  const parameters = { required_status_checks: required, strict_required_status_checks_policy: false };
  const rules = [{ type: 'required_status_checks', parameters }] as const;
  site.setRuleset({ name: 'gate', include: ['~DEFAULT_BRANCH'], rules: [...rules] });
  await plan(world);
  expect(gates()).toEqual(['success']);
  await plan(world);
  expect(gates()).toEqual(['success']);
});
