import { meets, ownCheckPrefix } from '../../core/checks.ts';
import { findNearest } from '../../core/nearest.ts';
import type { RequiredCheckFacts, SeenCommit } from '../../core/repository-settings.ts';
import { demandsOf } from '../demands.ts';
import type { DoctorFacts } from '../facts.ts';
import { cannotTell, fail, type Outcome, pass } from '../finding.ts';

/** What commits count: what produced a check before that may not be there any more. */
const producerDays = 14;

/** Each required check was reported lately on a pull request, under that name and by that app; else all waits for it. */
export function checkRequiredChecks(facts: DoctorFacts): readonly Outcome[] {
  const { baseProtection, base } = facts;
  if (baseProtection.kind === 'unseen') {
    return [cannotTell(`the rules of ${base}: ${baseProtection.because}`, baseProtection.remedy)];
  }
  const required = demandsOf(baseProtection.value).checks;
  const others = required.filter(({ name }) => !name.startsWith(ownCheckPrefix));
  if (others.length === 0) return [pass('none is required of anybody but us')];
  const { pullRequestHeads, baseCommits } = facts;
  if (pullRequestHeads.kind === 'unseen') {
    return [cannotTell(`which checks report: ${pullRequestHeads.because}`, pullRequestHeads.remedy)];
  }
  const heads = pullRequestHeads.value.filter((commit) => isRecent(commit, facts));
  const onBase = baseCommits.kind === 'seen' ? baseCommits.value.filter((commit) => isRecent(commit, facts)) : [];
  return others.map((check) => judge(check, heads, onBase));
}

function isRecent({ at }: SeenCommit, { now }: DoctorFacts): boolean {
  return now - at <= producerDays * 24 * 60 * 60_000;
}

function judge(required: RequiredCheckFacts, heads: readonly SeenCommit[], onBase: readonly SeenCommit[]): Outcome {
  const { name, appId } = required;
  const seen = heads.flatMap(({ checks }) => checks);
  if (seen.some((check) => meets(check, required))) {
    return pass(`${name} was reported on a pull request in the last ${producerDays} days`);
  }
  const namesake = seen.find((check) => check.name === name);
  if (namesake?.appId === null) {
    return cannotTell(
      `${name} is required of the app ${appId}, and was reported as a commit status, which does not tell whose it is`,
      'See that this app reports it, in Settings → Rules → the rule → its source.',
    );
  }
  if (namesake !== undefined) {
    return fail(
      `${name} is required of the app ${appId}, and was reported by the app ${namesake.appId}`,
      'Choose who really reports it as its source in the rule.',
    );
  }
  if (onBase.some(({ checks }) => checks.some((check) => meets(check, required)))) {
    return fail(
      `${name} is reported on the base, and on no pull request`,
      'Have its workflow run `on: pull_request` as well, without a path filter.',
    );
  }
  if (heads.length === 0) {
    return cannotTell(
      `${name}: there was no pull request in the last ${producerDays} days to report on`,
      'Ask with `--rehearse`, or open a pull request with a small change, and ask again when its CI has ended.',
    );
  }
  const nearest = findNearest(name, [...new Set(seen.map((check) => check.name))]);
  const hint = nearest === null ? '' : ` The nearest name that was reported is ${nearest}.`;
  return fail(
    `nobody reported ${name} on ${heads.length} pull requests in the last ${producerDays} days`,
    `Correct its name in the rule, or have CI report it on every pull request, without a path filter.${hint}`,
  );
}
