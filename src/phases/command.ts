import { findForbidden } from '../core/actor.ts';
import { parseCommand } from '../core/command.ts';
import { ConfigurationError, RemoteError } from '../errors.ts';
import { readPermission } from '../github/permission.ts';
import type { CommandInputs } from '../inputs/read-inputs.ts';
import { runCommand } from '../pass/run-command.ts';
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
  const forbidden = findForbidden(command, await readPermission(pass.github, inputs.actor));
  if (forbidden !== null) throw refusal(forbidden);
  const end = await runCommand({ command, actor: inputs.actor }, pass);
  if (end.kind === 'leased') throw stillLeased();
  if (end.kind === 'refused') throw refusal(end);
  // What holds a story can be told in an agent's words: on a line of their own they could be workflow commands.
  const answer = plainLine(end.answer, 1000);
  log(`▸ ${command.verb} ${'story' in command ? command.story : '-'} — by ${inputs.actor}: ${answer}`);
  const summary = renderCommandSummary({ command: `${inputs.command} ${inputs.story}`, actor: inputs.actor, answer });
  return { outputs: { answer }, summary };
}

function refusal({ reason, remedy }: { readonly reason: string; readonly remedy: string }): ConfigurationError {
  return new ConfigurationError(reason, { remedy });
}

function stillLeased(): RemoteError {
  return new RemoteError('Another pass held the lease; nothing was changed. Give the command again.', {
    request: 'the lease',
    status: null,
    requestId: null,
    retryable: true,
  });
}
