import type { DryRunInputs } from '../inputs/read-inputs.ts';
import { announceDecision, announcePlan } from '../pass/announce.ts';
import { importBacklog } from '../pass/import-backlog.ts';
import { look } from '../pass/look.ts';
import { requireRules } from '../pass/require-rules.ts';
import { loadLedger } from '../pass/state.ts';
import { unwritten } from '../pass/unwritten.ts';
import { renderDryRunSummary } from '../render/summary.ts';
import { openPass } from './open-pass.ts';
import { type PhaseEnd, standingOutputs } from './outputs.ts';
import type { RunnerContext } from './runner-context.ts';

/**
 * What a plan would do now: it looks and decides as one, and stops there. Nothing is written anywhere: no lease is taken,
 * no ledger saved, and the backlog's import is made in memory alone. Another pass may be at work meanwhile.
 */
export async function runDryRun(
  inputs: DryRunInputs,
  context: RunnerContext,
  log: (line: string) => void,
): Promise<PhaseEnd> {
  const { pass: opened, config, tip } = await openPass(inputs, context, log);
  const { slug } = opened.settings;
  const asked = unwritten(opened);
  const pass = { ...asked, project: await asked.loopctl.ensureProject({ name: slug, slug }) };
  const { ledger } = await loadLedger(pass);
  const prepared = inputs.server === null ? await importBacklog(ledger, tip, config.backlog, pass) : ledger;
  const { world, plan } = await look(prepared, pass);
  requireRules(world, pass.policy);
  log('· a dry run: nothing of this is done');
  for (const decision of plan.decisions) announceDecision(decision, pass);
  announcePlan(plan, pass);
  const standing = standingOutputs({ plan, world, before: ledger, policy: pass.policy, now: pass.now });
  const outputs = { ...standing, matrix: '[]', count: '0' };
  return { outputs, summary: renderDryRunSummary({ world, plan }) };
}
