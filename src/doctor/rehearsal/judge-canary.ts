import { actionsSlug, ownCheckPrefix } from '../../core/checks.ts';
import { isParked } from '../../core/degraded.ts';
import type { RequiredCheckFacts, Seen } from '../../core/repository-settings.ts';
import type { CheckFacts } from '../../core/snapshot.ts';
import { cannotTell, type Finding, fail, type Outcome, pass } from '../finding.ts';
import { found } from './findings.ts';

/** What there is to see of a canary while it is open. */
export interface CanaryFacts {
  readonly base: string;
  readonly required: Seen<readonly RequiredCheckFacts[]>;
  /** Whatever was reported on its head, workflow runs that have not ended or wait for a person among it. */
  readonly checks: readonly CheckFacts[];
  /** Required checks that may be skipped, by the configuration. */
  readonly allowSkipped: readonly string[];
}

/** How far the checks of a canary have come: `parked` needs a person, `quiet` is that what began has ended, and something required is missing. */
export type CanaryStanding = 'complete' | 'under_way' | 'quiet' | 'parked';

/** Whether there is anything left to wait for. */
export function standingOf(facts: CanaryFacts): CanaryStanding {
  const checks = countedOf(facts);
  // No waiting brings either into sight, or on its way.
  if (checks.some((check) => isParked(check) || check.state === 'unreadable')) return 'parked';
  if (checks.some(({ state }) => state === 'pending')) return 'under_way';
  const required = facts.required.kind === 'seen' ? facts.required.value.filter(isOfOthers) : [];
  const isThere = (demand: RequiredCheckFacts): boolean => checks.some((check) => meets(check, demand));
  return checks.length > 0 && required.every(isThere) ? 'complete' : 'quiet';
}

/** What a canary showed by the end of the waiting: whether CI started by itself, and what became of each required name. */
export function judgeCanary(facts: CanaryFacts, minutes: number): readonly Finding[] {
  const checks = countedOf(facts);
  if (checks.some(({ state }) => state === 'unreadable')) {
    const remedy =
      'Give the App permission to read checks, actions and commit statuses, and accept it where it is installed.';
    return [found('rehearsal_ci', fail('what was reported on the canary is not shown to the App', remedy))];
  }
  const parked = checks.filter(isParked);
  const start = judgeStart(checks, parked, minutes);
  const required = parked.length > 0 ? [] : judgeRequired(facts, checks, minutes);
  return [found('rehearsal_ci', start), ...required.map((outcome) => found('rehearsal_checks', outcome))];
}

/** Our own checks are left out, and what any workflow that may report checks can forge, as in the gate. */
function countedOf({ checks }: CanaryFacts): readonly CheckFacts[] {
  const isForgeable = ({ appSlug, workflowRunId }: CheckFacts): boolean =>
    appSlug === actionsSlug && workflowRunId === null;
  return checks.filter((check) => !check.name.startsWith(ownCheckPrefix) && !isForgeable(check));
}

function isOfOthers({ name }: RequiredCheckFacts): boolean {
  return !name.startsWith(ownCheckPrefix);
}

function meets(check: CheckFacts, { name, appId }: RequiredCheckFacts): boolean {
  return check.name === name && (appId === null || check.appId === appId);
}

function judgeStart(checks: readonly CheckFacts[], parked: readonly CheckFacts[], minutes: number): Outcome {
  if (parked.length > 0) {
    return fail(
      `CI waits for somebody to approve it: ${namesOf(parked)}`,
      'Let the trusted jobs act as an App that is installed here, not with `GITHUB_TOKEN`.',
    );
  }
  if (checks.length === 0) {
    return fail(
      `no check began in ${say(minutes)} on a pull request that changes no file`,
      'Have CI run `on: pull_request`, without a filter of paths, since a change outside of them would wait for ever; and push as an App: what `GITHUB_TOKEN` pushes may start nothing.',
    );
  }
  return pass(`CI started by itself: ${namesOf(checks)}`);
}

function judgeRequired(facts: CanaryFacts, checks: readonly CheckFacts[], minutes: number): readonly Outcome[] {
  const { required, base } = facts;
  if (required.kind === 'unseen') {
    return [cannotTell(`which checks ${base} requires: ${required.because}`, required.remedy)];
  }
  const demands = required.value.filter(isOfOthers);
  if (demands.length === 0) return [pass(`${base} requires no check of anybody but us`)];
  return demands.map((demand) => judgeDemand(demand, checks, { ...facts, minutes }));
}

interface Waiting extends CanaryFacts {
  readonly minutes: number;
}

function judgeDemand(demand: RequiredCheckFacts, checks: readonly CheckFacts[], waiting: Waiting): Outcome {
  const { name } = demand;
  const reported = checks.filter((check) => meets(check, demand));
  const [worst] = reported.toSorted((one, other) => rankOf(one) - rankOf(other));
  return worst === undefined ? judgeMissing(demand, checks, waiting) : judgeEnd(name, worst, waiting);
}

/** Of several of one name the one that lets a pull request wait, or stop, speaks. */
function rankOf({ state }: CheckFacts): number {
  const good = ['pending', 'skipped', 'neutral', 'success'];
  return good.indexOf(state);
}

function judgeEnd(name: string, { state }: CheckFacts, { allowSkipped, base, minutes }: Waiting): Outcome {
  switch (state) {
    case 'success':
      return pass(`${name} reported success`);
    case 'pending':
      return cannotTell(`${name} began, and had not ended after ${say(minutes)}`, 'Nothing, if CI takes that long.');
    case 'skipped':
    case 'neutral':
      return allowSkipped.includes(name)
        ? pass(`${name} was ${state}, which the configuration allows`)
        : cannotTell(
            `${name} was ${state} on a pull request that changes no file`,
            'Nothing, if it runs where files change; else name it under `checks.allow-skipped`.',
          );
    default:
      return fail(
        `${name} ended as ${state} on a pull request that changes no file`,
        `Mend CI on ${base}: until then nothing merges, whatever agents do.`,
      );
  }
}

function judgeMissing(
  { name, appId }: RequiredCheckFacts,
  checks: readonly CheckFacts[],
  { minutes }: Waiting,
): Outcome {
  const namesake = checks.find((check) => check.name === name);
  if (namesake !== undefined) {
    const whose = namesake.appId === null ? 'as a commit status, which tells no app' : `by the app ${namesake.appId}`;
    return fail(
      `${name} is required of the app ${appId}, and was reported ${whose}`,
      'Choose who really reports it as its source in the rule.',
    );
  }
  if (checks.some(({ state }) => state === 'pending')) {
    return cannotTell(
      `${name} had not reported after ${say(minutes)}, while CI was still at work`,
      'Nothing, if it is reported at the end of a CI that takes that long.',
    );
  }
  return fail(
    `${name} was never reported: ${checks.length === 0 ? 'nothing was' : `only ${namesOf(checks)} ended`}, ${say(minutes)} after the push`,
    'Correct its name in the rule, or have CI report it on every pull request, without a path filter.',
  );
}

function namesOf(checks: readonly CheckFacts[]): string {
  return [...new Set(checks.map(({ name }) => name))].join(', ');
}

function say(minutes: number): string {
  return minutes === 1 ? 'a minute' : `${minutes} minutes`;
}
