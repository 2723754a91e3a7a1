import { findForbidden } from '../core/actor.ts';
import { parseCommand } from '../core/commands/parse-command.ts';
import type { Lease } from '../core/ledger.ts';
import { ConfigurationError } from '../errors.ts';
import { createActorReader } from '../github/read-actor.ts';
import { readAttemptStart } from '../github/read-runs.ts';
import type { CommandInputs } from '../inputs/read-inputs.ts';
import { runCommand } from '../pass/run-command.ts';
import { describeHolder } from '../pass/wait-for-lease.ts';
import { plainLine } from '../render/sanitise.ts';
import { renderCommandSummary } from '../render/summary.ts';
import { openPass } from './open-pass.ts';
import type { PhaseEnd } from './outputs.ts';
import type { RunnerContext } from './runner-context.ts';

/** A person steers: the command is read, the person's permission asked for, and the ledger changed or the command refused. */
export async function runCommandPhase(
  inputs: CommandInputs,
  context: RunnerContext,
  log: (line: string) => void,
): Promise<PhaseEnd> {
  const reading = parseCommand(inputs.command, inputs.story);
  if (reading.kind === 'fault') throw refusal(reading);
  const { command } = reading;
  const { pass } = await openPass(inputs, context, log);
  const [actor, saidAt] = await Promise.all([
    createActorReader(pass.github, pass.policy.teams)(inputs.actor),
    readAttemptStart(pass.github, pass.facts),
  ]);
  const forbidden = findForbidden(command, actor, { teams: pass.policy.teams, pausedBy: null });
  if (forbidden !== null) throw refusal(forbidden);
  const end = await runCommand({ command, actor, saidAt }, pass);
  if (end.kind === 'leased') throw refusal(stillLeased(end.holder));
  if (end.kind === 'refused') throw refusal(end);
  const given = { command: `${inputs.command} ${inputs.story}`, actor: inputs.actor };
  if (end.kind === 'told') {
    for (const line of end.reply.split('\n')) log(`· ${plainLine(line, 1000)}`);
    const answer = plainLine(end.reply, 1000);
    return { outputs: { answer }, summary: `${renderCommandSummary({ ...given, answer: '' })}\n${end.reply}\n` };
  }
  // What holds a story can be told in an agent's words: on a line of their own they could be workflow commands.
  const answer = plainLine(end.answer, 1000);
  log(`▸ ${command.verb} ${'story' in command ? command.story : '-'} — by ${inputs.actor}: ${answer}`);
  return { outputs: { answer }, summary: renderCommandSummary({ ...given, answer }) };
}

interface Refusal {
  readonly reason: string;
  readonly remedy: string;
}

function refusal({ reason, remedy }: Refusal): ConfigurationError {
  return new ConfigurationError(reason, { remedy });
}

/** A run that is run again has the command that it was started with. */
function stillLeased(holder: Lease | null): Refusal {
  return {
    reason: `The command waited in vain for ${describeHolder(holder)}, and changed nothing.`,
    remedy: 'Run this run again (_Re-run all jobs_) when that one has ended: it has the command still.',
  };
}
