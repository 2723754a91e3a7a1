import type { RulesFacts } from '../core/snapshot.ts';
import { judgeBypass } from './bypass.ts';
import type { GitHub } from './client.ts';
import { readRules, readRulesetAnswers } from './read-rules.ts';

/**
 * Whether our token could pass over the rules of the base, asked anew of every ruleset; of classic protection, a pull
 * request of ours is the witness.
 */
export async function readBypass(
  github: Pick<GitHub, 'request'>,
  base: string,
  viewerCanMergeAsAdmin: boolean,
): Promise<RulesFacts['bypass']> {
  const rules = await readRules(github, base);
  const ids = [...new Set(rules.map(({ ruleset_id }) => ruleset_id))];
  const { answers } = await readRulesetAnswers(github, ids, { updatedAt: new Map(), cache: {} });
  return judgeBypass({
    rulesets: answers,
    classic: { enabled: false, bindsAdmins: null },
    pullRequests: [viewerCanMergeAsAdmin],
  });
}
