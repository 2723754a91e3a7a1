import type { BranchProtection, RulesetFacts } from '../../core/repository-settings.ts';
import { demandsOf } from '../demands.ts';
import type { DoctorFacts } from '../facts.ts';
import { cannotTell, fail, type Outcome, pass, passUnless } from '../finding.ts';
import { lackOf } from '../lack.ts';

/** Nobody but the App pushes the state branch: whoever could would be believed. */
export function checkStateBranch(facts: DoctorFacts): readonly Outcome[] {
  const { stateProtection, stateBranch, server } = facts;
  if (server.kind !== 'embedded') return [pass('none is needed: the state is on the loopctl server')];
  if (stateProtection.kind === 'unseen') {
    return [cannotTell(`the rules of ${stateBranch}: ${stateProtection.because}`, stateProtection.remedy)];
  }
  const demands = demandsOf(stateProtection.value);
  const lack = lackOf(stateProtection.value);
  const remedy = `Make a ruleset for ${stateBranch} alone: restrict updates and deletions, with the App as the only bypass actor.`;
  const faults = [
    ...(demands.restrictsUpdates ? [] : [lack(`whoever may write can push ${stateBranch}, and is believed`, remedy)]),
    ...(demands.blocksDeletion ? [] : [lack(`whoever may write can delete ${stateBranch}`, remedy)]),
    ...(demands.restrictsUpdates ? judgePushers(stateProtection.value, facts) : []),
  ];
  return passUnless(faults, `only the App may push ${stateBranch}`);
}

function judgePushers({ rules, rulesets, classic }: BranchProtection, facts: DoctorFacts): readonly Outcome[] {
  const restricting = rules.flatMap((rule) => (rule.type === 'bare' && rule.name === 'update' ? [rule.rulesetId] : []));
  const old = classic.kind === 'seen' ? classic.value : null;
  return [
    ...rulesets.filter(({ id }) => restricting.includes(id)).flatMap((ruleset) => judgeRuleset(ruleset, facts)),
    ...(old === null || old.pushers === null ? [] : judgeList(old.pushers, facts)),
  ];
}

function judgeRuleset(
  { name, canBypass, actors }: RulesetFacts,
  { asker, app, stateBranch }: DoctorFacts,
): readonly Outcome[] {
  const list = `Settings → Rules → ${name} → Bypass list`;
  const keptOut = fail(
    `the ruleset ${name} keeps the App from ${stateBranch} too: no pass could save`,
    `${list}: add the App, to bypass always.`,
  );
  if (asker.kind === 'app' && canBypass !== null && canBypass !== 'always') return [keptOut];
  if (actors === null) {
    return [
      cannotTell(
        `who else may push ${stateBranch}`,
        'Run `npx . doctor` as an administrator: nobody else sees bypass lists.',
      ),
    ];
  }
  if (app.kind === 'unseen') return [cannotTell(`whether the App is who may push ${stateBranch}`, app.remedy)];
  const isOurs = ({ type, id }: { readonly type: string; readonly id: number | null }): boolean =>
    type === 'Integration' && id === app.value.id;
  const others = actors.filter((actor) => !isOurs(actor));
  return [
    ...(actors.some(isOurs) ? [] : [keptOut]),
    ...(others.length === 0
      ? []
      : [
          fail(
            `${others.length} others may push ${stateBranch} (${others.map(({ type }) => type).join(', ')}), and are believed`,
            `${list}: leave nobody there but the App.`,
          ),
        ]),
  ];
}

function judgeList(pushers: readonly string[], { app, stateBranch }: DoctorFacts): readonly Outcome[] {
  if (app.kind === 'unseen') return [cannotTell(`whether the App is who may push ${stateBranch}`, app.remedy)];
  const others = pushers.filter((pusher) => pusher !== app.value.slug);
  const where = `Settings → Branches → the rule of ${stateBranch} → Restrict who can push`;
  return [
    ...(pushers.includes(app.value.slug)
      ? []
      : [fail(`the App may not push ${stateBranch}: no pass could save`, `${where}: add the App.`)]),
    ...(others.length === 0
      ? []
      : [fail(`${others.join(', ')} may push ${stateBranch}, and are believed`, `${where}: the App alone.`)]),
  ];
}
