import type { Outcome as AgentOutcome } from '../../core/outcome.ts';
import { cannotTell, type Finding, fail, type Outcome, pass } from '../finding.ts';
import { found } from './findings.ts';

/** What came of the agent job: what it left behind, or why there is nothing that can be read. */
export type AgentJobFacts =
  | { readonly kind: 'outcome'; readonly outcome: AgentOutcome }
  | { readonly kind: 'unusable'; readonly detail: string }
  /** It uploaded nothing: a step of it before, or GitHub itself, ended it. */
  | { readonly kind: 'nothing' };

/** Which commands of the project the configuration names; null: none. */
export interface ProjectFacts {
  readonly setup: string | null;
  readonly verify: string | null;
}

/** Whether an agent's job can be prepared, and the project's own check be run in it, on the base as it is. */
export function judgeAgentJob(job: AgentJobFacts, project: ProjectFacts): readonly Finding[] {
  if (job.kind === 'nothing') {
    const remedy =
      'See the log of that job: one of your own steps in `orchestrate-assignment.yml` failed, most likely.';
    return [found('rehearsal_job', fail('the agent job ended before Orchestrate could leave anything', remedy))];
  }
  if (job.kind === 'unusable') {
    const remedy = 'Keep the step that uploads the outcome as the example has it.';
    return [found('rehearsal_job', fail(`what the agent job left cannot be used: ${job.detail}`, remedy))];
  }
  const { outcome } = job;
  if (outcome.kind === 'expired') {
    const remedy = 'Start a new rehearsal rather than run this one again; see why no machine was free, if it was late.';
    return [found('rehearsal_job', cannotTell(`nothing was run: ${outcome.detail}`, remedy))];
  }
  if (outcome.kind !== 'failed' && outcome.kind !== 'completed') {
    const remedy = 'See the log of that job, then start a new rehearsal.';
    return [found('rehearsal_job', fail(`the agent job ${outcome.kind}: ${firstLine(outcome.detail)}`, remedy))];
  }
  const ran = found('rehearsal_job', pass('the agent job ran, and its outcome came over'));
  if (outcome.kind === 'failed') return [ran, found('rehearsal_setup', judgeSetup(outcome, project))];
  return [
    ran,
    found('rehearsal_setup', pass(project.setup === null ? 'none is configured' : `\`${project.setup}\` ended well`)),
    found('rehearsal_verify', judgeVerify(outcome, project)),
  ];
}

function judgeSetup({ detail }: AgentOutcome, { setup }: ProjectFacts): Outcome {
  return fail(
    detail.trim().includes('\n') ? `${firstLine(detail)}: ${lastLine(detail)}` : detail.trim(),
    `Make \`${setup ?? ''}\` work on a fresh checkout: install what it needs in your own steps of \`orchestrate-assignment.yml\`. All it printed is in the outcome's \`agent.log\`.`,
  );
}

function judgeVerify({ verify: ran }: AgentOutcome, { verify }: ProjectFacts): Outcome {
  if (verify === null) {
    return cannotTell(
      'no check of the project is configured',
      'Name its own full check as `verify` in the configuration.',
    );
  }
  if (ran === null) return fail(`\`${verify}\` was not run`, 'See the log of the agent job.');
  if (ran.exitCode === 0) return pass(`\`${ran.command}\` ended well on the base`);
  return fail(
    `\`${ran.command}\` ended with ${ran.exitCode ?? 'a signal'} on the base, which no agent has touched: ${lastLine(ran.tail)}`,
    'Make it pass there: services, variables and tools it needs belong into your own steps of `orchestrate-assignment.yml`.',
  );
}

function firstLine(text: string): string {
  return text.split('\n')[0]?.trim() ?? '';
}

function lastLine(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  return lines.findLast((line) => line !== '')?.slice(-300) ?? 'it printed nothing';
}
