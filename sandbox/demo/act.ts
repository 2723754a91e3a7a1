import { basename } from 'node:path';
import type { KeptEvent, WorldEvent } from '../github/world/events.ts';
import { workflowPath } from './house-rules.ts';

/** Something a person did on GitHub, as the world tells it. */
export interface Act {
  readonly kind: 'act';
  readonly by: string;
  readonly what: 'command' | 'start' | 'open' | 'merge' | 'close' | 'approve';
  /** In a few words: `retry 2.4`, `merges #7`. */
  readonly text: string;
  /** The pull request it was done to, if it was done to one. */
  readonly pull: number | null;
  /** The command that was given, if one was: `retry 2.4`. */
  readonly command: string | null;
}

/** The act of a person in an event; nothing where none of them did anything, or only what follows from another act. */
export function readAct(event: WorldEvent): Act | null {
  if (!('by' in event) || event.by.endsWith('[bot]')) return null;
  switch (event.kind) {
    case 'dispatch':
      return readDispatch(event);
    case 'pull_request':
      return readPull(event);
    case 'merge':
      return act(event.by, 'merge', `merges #${event.number}`, { pull: event.number });
    case 'approval':
      return act(event.by, 'approve', `lets ${event.workflow} start on ${event.headBranch}`);
    default:
      return null;
  }
}

function readDispatch({ by, inputs, path }: Extract<KeptEvent, { readonly kind: 'dispatch' }>): Act {
  if (basename(path) !== basename(workflowPath)) return act(by, 'start', `starts ${basename(path)}`);
  const { command: verb = '', story = '' } = inputs;
  const command = `${verb} ${story}`.trim();
  return command === '' ? act(by, 'start', 'starts the loop') : act(by, 'command', command, { command });
}

function readPull(event: Extract<KeptEvent, { readonly kind: 'pull_request' }>): Act | null {
  const { by, number: pull } = event;
  if (event.action === 'opened') return act(by, 'open', `opens #${pull} from ${event.headRef}`, { pull });
  if (event.action === 'closed' && !event.merged) return act(by, 'close', `closes #${pull}`, { pull });
  return null;
}

function act(
  by: string,
  what: Act['what'],
  text: string,
  more: { readonly pull?: number; readonly command?: string } = {},
): Act {
  return { kind: 'act', by, what, text, pull: more.pull ?? null, command: more.command ?? null };
}
