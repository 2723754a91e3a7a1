import { ConfigurationError, RemoteError } from '../errors.ts';
import { LoopctlRefusal, StoredStateConflict } from '../loopctl/loopctl-error.ts';
import { NotForAgents } from './not-for-agents.ts';
import { UsageError } from './usage-error.ts';

/** Why a command came to nothing, what to do, and how it ends: 1 where it was refused or failed, 2 where not understood. */
export interface Explanation {
  readonly message: string;
  readonly remedy: string | null;
  readonly exitCode: 1 | 2;
}

/** What went wrong, in words; null when it is our bug, and its stack is what helps. */
export function explain(error: unknown, command: string | null): Explanation | null {
  if (error instanceof UsageError) {
    const about = error.command ?? command;
    const help = about === null ? 'loopctl --help' : `loopctl ${about} --help`;
    return { message: error.message, remedy: `See ${help}.`, exitCode: 2 };
  }
  if (error instanceof NotForAgents) return { message: error.message, remedy: null, exitCode: 1 };
  if (error instanceof LoopctlRefusal) {
    return { message: error.message, remedy: remedyOf(error, command ?? ''), exitCode: 1 };
  }
  if (error instanceof ConfigurationError) return { message: error.message, remedy: error.remedy, exitCode: 1 };
  if (error instanceof StoredStateConflict) return { message: error.message, remedy: again, exitCode: 1 };
  if (error instanceof RemoteError) return { message: withCause(error), remedy: remedyOfRemote(error), exitCode: 1 };
  return null;
}

const again = 'Look at it again, and repeat the command if it still is what you want.';

interface Remedy {
  readonly fits: (refusal: LoopctlRefusal, command: string) => boolean;
  readonly remedy: string;
}

const remedies: readonly Remedy[] = [
  {
    fits: ({ code }) => code === 'self_report_blocked',
    remedy:
      'A story is reported by another agent than the one that did it: give the key of a reviewer (--as reviewer).',
  },
  {
    fits: ({ code }) => code === 'self_verify_blocked',
    remedy:
      "A story is judged by another agent than the one that did it: give the orchestrator's own key (--as orchestrator).",
  },
  {
    fits: ({ message }) => message.includes('must be contracted before claiming'),
    remedy: 'Agree to it first: loopctl contract STORY.',
  },
  {
    fits: ({ status, message }, command) => command === 'claim' && status === 409 && message.includes(': Conflict'),
    remedy: 'It waits for stories that are not verified: see loopctl blocked.',
  },
  {
    fits: ({ status }, command) => command === 'unclaim' && status === 409,
    remedy: 'Nobody holds it: see loopctl status STORY.',
  },
  {
    fits: ({ status }, command) => command === 'state load' && status === 404,
    remedy: 'Nothing was saved under that key yet: loopctl state save --data JSON.',
  },
  {
    fits: ({ message }) => message.includes('already has an active key'),
    remedy:
      'Revoke the key that it has (DELETE /api/v1/api_keys/ID, with a key of the role user), or name another agent.',
  },
  {
    fits: ({ message }) => message.includes('No review record'),
    remedy: 'Record the review first: loopctl review-complete STORY --type TEXT.',
  },
  {
    fits: ({ message }) => /title does not match|Contract mismatch/.test(message),
    remedy: 'The story reads otherwise by now: loopctl status STORY.',
  },
  {
    fits: ({ status }, command) => command === 'state save' && (status === 409 || status === 422),
    remedy: 'Somebody else saved since: loopctl state load, then save what you want with its --version.',
  },
  {
    fits: ({ message }) => /requires the|Required role/.test(message),
    remedy: "This call is another role's: give it in another name (--as implementer, reviewer or orchestrator).",
  },
  {
    fits: ({ status }) => status === 403,
    remedy: 'Only the agent that the story is assigned to can do that: see loopctl status STORY.',
  },
  {
    fits: ({ status }) => status === 404,
    remedy: 'There is nothing (any more) of what was named: see loopctl search.',
  },
  {
    fits: ({ context }) => typeof context['current_agent_status'] === 'string',
    remedy: 'It stands elsewhere by now: see loopctl status STORY.',
  },
];

function remedyOf(refusal: LoopctlRefusal, command: string): string | null {
  return remedies.find(({ fits }) => fits(refusal, command))?.remedy ?? null;
}

function remedyOfRemote({ retryable, isTooMuch }: RemoteError): string {
  if (isTooMuch) return 'Wait a minute: loopctl counts the requests of a key.';
  return retryable
    ? 'Whether it had its effect is not known: look before you repeat it.'
    : 'Check LOOPCTL_SERVER: it must be the address of a loopctl server, without /api/v1.';
}

/** What the network said stands two errors deeper. */
function withCause({ message, status, cause }: RemoteError): string {
  if (status !== null) return message;
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  return inner instanceof Error ? `${message} (${inner.message})` : message;
}
