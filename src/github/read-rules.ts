import { z } from 'zod';
import type { RulesetCache } from '../core/snapshot.ts';
import { RemoteError } from '../errors.ts';
import type { GitHub } from './client.ts';
import { parseAnswer } from './parse-answer.ts';
import { readPages } from './read-pages.ts';
import { type BranchRecord, branchSchema, type RuleRecord, ruleSchema } from './rule-records.ts';

/** What a ruleset said about our token, good for as long as the ruleset was not changed. */
export type RulesetAnswers = RulesetCache['rulesets'];

const rulesetSchema = z.object({ current_user_can_bypass: z.string().nullish() });

/** What a server has that does not tell of rules: something that is not known, by which nothing can be excluded. */
const untold: readonly RuleRecord[] = [{ type: 'other', ruleset_id: null }];

/** Every active rule of the base, the organisation's too; an older server does not tell of them. */
export async function readRules(github: Pick<GitHub, 'request'>, base: string): Promise<readonly RuleRecord[]> {
  const route = 'GET /repos/{owner}/{repo}/rules/branches/{branch}';
  try {
    return await readPages(github, route, { branch: base }, (data) => parseAnswer(z.array(ruleSchema), data, route));
  } catch (error) {
    if (error instanceof RemoteError && error.status === 404) return untold;
    throw error;
  }
}

/** The base with what everybody may see of its classic protection. */
export async function readBranch(github: Pick<GitHub, 'request'>, base: string): Promise<BranchRecord> {
  const route = 'GET /repos/{owner}/{repo}/branches/{branch}';
  const answer = await github.request(route, { branch: base });
  return parseAnswer(branchSchema, answer.data, route);
}

/**
 * What each ruleset says about our token, null where it says nothing. A remembered answer is taken only when `updatedAt`
 * proves that the ruleset is still the same.
 */
export async function readRulesetAnswers(
  github: Pick<GitHub, 'request'>,
  rulesets: readonly (number | null)[],
  known: { readonly updatedAt: ReadonlyMap<number, string>; readonly cache: RulesetAnswers },
): Promise<{ readonly answers: readonly (string | null)[]; readonly cache: RulesetAnswers }> {
  const read = await Promise.all(
    rulesets.map(async (id) => {
      if (id === null) return { id, updatedAt: undefined, answer: null };
      const updatedAt = known.updatedAt.get(id);
      const cached = known.cache[id];
      if (cached !== undefined && cached.updatedAt === updatedAt) return { id, updatedAt, answer: cached.canBypass };
      return { id, updatedAt, answer: await readRulesetAnswer(github, id) };
    }),
  );
  const entries = read.flatMap(({ id, updatedAt, answer }) =>
    updatedAt === undefined || answer === null ? [] : [[id, { updatedAt, canBypass: answer }] as const],
  );
  return { answers: read.map(({ answer }) => answer), cache: Object.fromEntries(entries) };
}

async function readRulesetAnswer(github: Pick<GitHub, 'request'>, id: number): Promise<string | null> {
  const route = 'GET /repos/{owner}/{repo}/rulesets/{ruleset_id}';
  const answer = await github.request(route, { ruleset_id: id }, [403, 404]);
  if (answer.status !== 200) return null;
  return parseAnswer(rulesetSchema, answer.data, route).current_user_can_bypass ?? null;
}
