import type { DoctorFacts } from '../facts.ts';
import { cannotTell, fail, type Outcome, pass } from '../finding.ts';
import { findOwnWorkflow } from '../workflow/own-steps.ts';

const hour = 60 * 60_000;

/** The dead man's switch is alive: the workflow is on, has a schedule, and GitHub runs it. */
export function checkCron({ workflows, workflowFile, ownWorkflow, now }: DoctorFacts): readonly Outcome[] {
  const own = findOwnWorkflow(workflows, workflowFile);
  const crons = own?.triggers.get('schedule')?.crons ?? [];
  if (own !== null && crons.length === 0) {
    return [
      fail(
        `${workflowFile} has no schedule: when a wake-up is lost, nothing goes on`,
        "Add `schedule: [{ cron: '7,37 * * * *' }]` under `on:`.",
      ),
    ];
  }
  if (ownWorkflow.kind === 'unseen')
    return [cannotTell(`the runs of ${workflowFile}: ${ownWorkflow.because}`, ownWorkflow.remedy)];
  if (ownWorkflow.value === null || own === null) {
    return [fail(`GitHub knows no workflow ${workflowFile}`, 'Copy `examples/orchestrate.yml` to the default branch.')];
  }
  const { state, lastScheduled } = ownWorkflow.value;
  if (state !== 'active') {
    return [fail(`${workflowFile} is switched off (${state})`, `Actions → ${own.name} → Enable workflow.`)];
  }
  if (lastScheduled === null) {
    return [
      cannotTell(
        'the schedule has not fired yet',
        'Ask again a day after the workflow came to the default branch; if it never fires, push a commit there.',
      ),
    ];
  }
  const age = Math.floor((now - lastScheduled) / hour);
  const patience = Math.max(...crons.map(patienceOf));
  if (now - lastScheduled <= patience)
    return [pass(`the schedule fired ${age === 0 ? 'within the last hour' : `${age} h ago`}`)];
  return [
    fail(
      `the schedule has not fired for ${age} h`,
      `Actions → ${own.name}: enable it again. GitHub stops schedules after 60 idle days, and when who wrote them leaves: push a commit.`,
    ),
  ];
}

/** How long a schedule may be silent: GitHub's clock drifts by an hour, and loses some. */
function patienceOf(cron: string): number {
  const [, hours = '*', days = '*', months = '*', weekdays = '*'] = cron.trim().split(/\s+/);
  if (months !== '*') return 366 * 24 * hour;
  if (days !== '*' || weekdays !== '*') return 32 * 24 * hour;
  return hours === '*' ? 6 * hour : 50 * hour;
}
