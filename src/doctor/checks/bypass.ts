import type { BranchProtection, ClassicProtection, RulesetFacts, Seen } from '../../core/repository-settings.ts';
import type { DoctorFacts } from '../facts.ts';
import { cannotTell, fail, type Outcome, passUnless } from '../finding.ts';

/** The App can pass over no rule of the base: a merge that does would stand on our word alone. */
export function checkBypass(facts: DoctorFacts): readonly Outcome[] {
  const { baseProtection, base } = facts;
  if (baseProtection.kind === 'unseen') {
    return [cannotTell(`the rules of ${base}: ${baseProtection.because}`, baseProtection.remedy)];
  }
  const { rulesets, classic } = baseProtection.value;
  return passUnless(
    [...rulesets.flatMap((ruleset) => judgeRuleset(ruleset, facts)), ...judgeClassic(classic, facts)],
    `the App is on no bypass list of ${base} (${describe(baseProtection.value)})`,
  );
}

function describe({ rulesets, classic }: BranchProtection): string {
  const names = rulesets.map(({ name }) => `ruleset ${name}`);
  const all = classic.kind === 'seen' && classic.value !== null ? [...names, 'classic protection'] : names;
  return all.length === 0 ? 'there is no rule to pass over' : all.join(', ');
}

function judgeRuleset({ name, canBypass, actors }: RulesetFacts, { asker, app }: DoctorFacts): readonly Outcome[] {
  const listed = fail(
    `the App may pass over the ruleset ${name}`,
    `Settings → Rules → ${name} → Bypass list: take the App off it.`,
  );
  if (asker.kind === 'app' && canBypass !== null) return canBypass === 'never' ? [] : [listed];
  if (actors === null) return [unseenActors(name)];
  const apps = actors.filter(({ type }) => type === 'Integration');
  if (apps.length === 0) return [];
  if (app.kind === 'seen') return apps.some(({ id }) => id === app.value.id) ? [listed] : [];
  return [
    cannotTell(
      `the ruleset ${name} has ${apps.length} Apps on its bypass list, and which is ours is not known`,
      app.remedy,
    ),
  ];
}

function unseenActors(name: string): Outcome {
  return cannotTell(
    `who may pass over the ruleset ${name}`,
    'Run `npx . doctor` as an administrator (of the organisation, for its rulesets): nobody else sees bypass lists.',
  );
}

function judgeClassic(classic: Seen<ClassicProtection | null>, { app }: DoctorFacts): readonly Outcome[] {
  if (classic.kind === 'unseen') {
    return [
      cannotTell(
        'who may pass over the classic protection',
        `${classic.remedy} A ruleset in its place says it to the App as well, which holds every merge until it knows.`,
      ),
    ];
  }
  if (classic.value === null || (classic.value.bypassingApps.length === 0 && classic.value.bindsAdmins)) return [];
  if (app.kind === 'unseen') {
    return [cannotTell('whether the exceptions of the classic protection hold for the App', app.remedy)];
  }
  const { bypassingApps, bindsAdmins } = classic.value;
  const administers = ['write', 'admin'].some((level) => app.value.permissions['administration'] === level);
  return [
    ...(bypassingApps.includes(app.value.slug)
      ? [
          fail(
            'the App may bypass the demand for a pull request',
            'Settings → Branches → the rule → Allow specified actors to bypass: take the App off it.',
          ),
        ]
      : []),
    ...(!bindsAdmins && administers
      ? [
          fail(
            'classic protection does not bind administrators, and the App may administer the repository',
            'Tick "Do not allow bypassing the above settings", and take administration from the App.',
          ),
        ]
      : []),
  ];
}
