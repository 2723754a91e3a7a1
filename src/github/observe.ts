import type { Instant } from '../core/instant.ts';
import { hasGatePassed, isGateRequired } from '../core/own-checks.ts';
import type { ScheduleFacts } from '../core/schedule.ts';
import type { BaseFacts, OtherPullFacts, PullRequestFacts, RulesetCache, RulesFacts } from '../core/snapshot.ts';
import { judgeBypass } from './bypass.ts';
import { toCheckFacts } from './check-facts.ts';
import type { GitHub } from './client.ts';
import { type SeenDashboard, toSeenDashboard } from './dashboard-record.ts';
import type { PullRequestRecord } from './pull-request-record.ts';
import { type OpenWork, readOpenWork } from './read-open.ts';
import { completePullRequest, readPullRequests } from './read-pull-requests.ts';
import { readBranch, readRules, readRulesetAnswers } from './read-rules.ts';
import { type RunsFacts, readRuns } from './read-runs.ts';
import { readChecks } from './rollup.ts';
import type { BranchRecord, RuleRecord } from './rule-records.ts';
import { toRulesFacts } from './rules-facts.ts';
import { toUnfinishedChecks } from './suite-checks.ts';

export interface Observed extends RunsFacts {
  readonly base: BaseFacts;
  readonly rules: RulesFacts;
  /** Ours that are open, and the tracked ones whatever became of them. */
  readonly pullRequests: readonly PullRequestFacts[];
  /** Whatever else is open against the base, where a rule of it asks for our gate's check. */
  readonly others: readonly OtherPullFacts[];
  /** The login in whose name we act, without `[bot]`. */
  readonly viewer: string;
  readonly repositoryId: number;
  readonly defaultBranch: string;
  readonly rulesetCache: RulesetCache;
  readonly dashboard: SeenDashboard | null;
  readonly hasReport: boolean;
  readonly schedule: ScheduleFacts | null;
}

export interface ObserveQuestion {
  readonly base: string;
  /** Branches of this prefix are ours; a fork's branch never is. */
  readonly branchPrefix: string;
  /** Pull requests we remember, which may be closed or merged by now. */
  readonly tracked: readonly number[];
  /** File name of the workflow whose runs carry the assignments. */
  readonly workflow: string;
  readonly runs: readonly number[];
  /** How many of the workflow's newest runs are listed, a hundred at most. */
  readonly newest: number;
  /** The dashboard's number, where we know of one. */
  readonly dashboard: number | null;
  /** Answers of an earlier pass. */
  readonly rulesetCache: RulesetCache | null;
}

/** All a pass knows of GitHub. The number of requests does not depend on the backlog, only on what is open. */
export async function observeGitHub(github: GitHub, question: ObserveQuestion): Promise<Observed> {
  const [open, rules, branch, runs] = await Promise.all([
    readOpenWork(github, question),
    readRules(github, question.base),
    readBranch(github, question.base),
    readRuns(github, question),
  ]);
  const [pullRequests, checks, judged] = await Promise.all([
    readOurs(github, question, open),
    readChecks(github, open.base.target.statusCheckRollup),
    judgeRules(github, { open, rules, branch, cache: question.rulesetCache }),
  ]);
  return {
    ...runs,
    ...judged,
    base: {
      branch: question.base,
      sha: open.base.target.oid,
      checks: [...checks, ...toUnfinishedChecks(open.base.target.checkSuites)],
    },
    pullRequests,
    others: isGateRequired(judged.rules) ? listOthers(open, pullRequests) : [],
    viewer: open.viewer,
    repositoryId: open.repository.databaseId,
    defaultBranch: open.repository.defaultBranchRef.name,
    dashboard: open.repository.issue === null ? null : toSeenDashboard(open.repository.issue, open.viewer),
    hasReport: open.repository.report !== null,
    schedule: toSchedule(open.repository.workflow?.text ?? null, runs.scheduledStarts),
  };
}

async function readOurs(github: GitHub, question: ObserveQuestion, open: OpenWork): Promise<PullRequestFacts[]> {
  const isOurs = (record: PullRequestRecord): boolean =>
    !record.isCrossRepository && record.headRefName.startsWith(question.branchPrefix);
  const listed = open.pullRequests.filter((record) => isOurs(record) || question.tracked.includes(record.number));
  const others = question.tracked.filter((number) => !listed.some((record) => record.number === number));
  const records = [...listed, ...(await readPullRequests(github, others))];
  return Promise.all(records.map((record) => completePullRequest(github, record)));
}

/** By what the one query brings of them: more than a hundred checks of theirs are worth no request. */
function listOthers({ pullRequests }: OpenWork, ours: readonly PullRequestFacts[]): readonly OtherPullFacts[] {
  const known = new Set(ours.map(({ number }) => number));
  return pullRequests
    .filter(({ number }) => !known.has(number))
    .map(({ headRefOid, statusCheckRollup }) => {
      const checks = toCheckFacts(statusCheckRollup?.contexts.nodes ?? []);
      return { headSha: headRefOid, hasGate: hasGatePassed(checks) };
    });
}

async function judgeRules(
  github: GitHub,
  seen: {
    readonly open: OpenWork;
    readonly rules: readonly RuleRecord[];
    readonly branch: BranchRecord;
    readonly cache: RulesetCache | null;
  },
): Promise<{ readonly rules: RulesFacts; readonly rulesetCache: RulesetCache }> {
  const { open, rules, branch, cache } = seen;
  const ids = [...new Set(rules.map(({ ruleset_id }) => ruleset_id))];
  const { answers, cache: rulesets } = await readRulesetAnswers(github, ids, {
    updatedAt: listUpdates(open),
    // Another token may be let past what this one is not.
    cache: cache?.viewer === open.viewer ? cache.rulesets : {},
  });
  const protection = branch.protection;
  const enforcement = protection?.required_status_checks?.enforcement_level;
  const bypass = judgeBypass({
    rulesets: answers,
    classic: {
      enabled: protection?.enabled === true,
      bindsAdmins: enforcement === undefined ? null : enforcement === 'everyone',
    },
    pullRequests: open.pullRequests.map(({ viewerCanMergeAsAdmin }) => viewerCanMergeAsAdmin),
  });
  const { repository, base } = open;
  const sources = { rules, branch, refUpdateRule: base.refUpdateRule, repository };
  return { rules: toRulesFacts(sources, bypass), rulesetCache: { viewer: open.viewer, rulesets } };
}

/** The schedules of the workflow file, as they stand there. */
function toSchedule(file: string | null, starts: readonly Instant[]): ScheduleFacts | null {
  if (file === null) return null;
  const crons = [...file.matchAll(/^[ \t]*(?:-[ \t]*)?cron:[ \t]*(['"]?)([^'"#\n]+)\1/gm)].map(([, , cron = '']) =>
    cron.trim(),
  );
  return { crons, starts };
}

function listUpdates({ repository }: OpenWork): ReadonlyMap<number, string> {
  const rulesets = repository.rulesets?.nodes ?? [];
  return new Map(
    rulesets.flatMap((ruleset) =>
      ruleset === null || ruleset.databaseId === null ? [] : [[ruleset.databaseId, ruleset.updatedAt] as const],
    ),
  );
}
