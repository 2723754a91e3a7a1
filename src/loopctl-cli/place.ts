import { z } from 'zod';
import { cardVariable } from '../agents/agent-card.ts';
import { findAddressFault } from '../inputs/faults.ts';
import { keyVariables } from '../loopctl/http/server.ts';
import type { Identity } from '../loopctl/port.ts';
import { UsageError } from './usage-error.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Where loopctl is for one command. */
export type Place =
  /** An agent's job: its assignment is all there is. */
  | { readonly kind: 'assignment'; readonly file: string }
  | { readonly kind: 'server'; readonly url: string; readonly key: string; readonly keyName: string }
  /** The embedded store of a repository: a folder, an address, or OWNER/NAME; null is the folder one stands in. */
  | { readonly kind: 'repository'; readonly repository: string | null };

export interface PlaceFacts {
  readonly environment: Environment;
  readonly stored: StoredSettings;
  readonly repository: string | null;
  /** The name that was asked for; null where the command's own is taken. */
  readonly as: Identity | null;
  readonly usually: Identity;
}

const storedSchema = z.object({
  server: z.string().optional().catch(undefined),
  api_key: z.string().optional().catch(undefined),
  format: z.string().optional().catch(undefined),
});
export type StoredSettings = z.infer<typeof storedSchema>;

/** loopctl's own settings, `~/.loopctl/config.json`; what cannot be read counts as not there, as its own tools have it. */
export function parseStoredSettings(text: string | null): StoredSettings {
  try {
    return storedSchema.safeParse(JSON.parse(text ?? '{}')).data ?? {};
  } catch {
    return {};
  }
}

/** An agent's assignment before all else, then a repository that was named, then a server, else the repository here. */
export function decidePlace(facts: PlaceFacts): Place {
  const { environment, stored, repository } = facts;
  const assignment = textOf(environment, cardVariable);
  if (assignment !== '') return { kind: 'assignment', file: assignment };
  if (repository !== null) return { kind: 'repository', repository };
  const url = textOf(environment, 'LOOPCTL_SERVER') || (stored.server ?? '');
  if (url === '') return { kind: 'repository', repository: null };
  const fault = findAddressFault(url);
  if (fault !== null) throw new UsageError(`The address of the server, \`${url}\`, ${fault}.`);
  const { key, keyName } = findKey(facts);
  // Whatever cannot stand in a header would come back in the error that says so.
  if (!/^[\w-]+$/.test(key)) throw new UsageError(`${keyName} holds no key of loopctl: \`lc_\` and 40 characters.`);
  return { kind: 'server', url: url.replace(/\/(api\/v1\/?)?$/, ''), key, keyName };
}

/** One key for everything, or the key of the name in which the call is made, as loopctl's other tools have them. */
function findKey({ environment, stored, as, usually }: PlaceFacts): { readonly key: string; readonly keyName: string } {
  const single = textOf(environment, 'LOOPCTL_API_KEY');
  const variable = keyVariables[as ?? usually];
  const own = textOf(environment, variable);
  if (as !== null && own === '') throw new UsageError(`--as ${as} takes the key from ${variable}, which is not set.`);
  if (as === null && single !== '') return { key: single, keyName: 'LOOPCTL_API_KEY' };
  if (own !== '') return { key: own, keyName: variable };
  if (stored.api_key !== undefined) return { key: stored.api_key, keyName: 'api_key in ~/.loopctl/config.json' };
  throw new UsageError(`loopctl wants a key: set LOOPCTL_API_KEY, or ${variable} for this command.`);
}

function textOf(environment: Environment, name: string): string {
  return (environment[name] ?? '').trim();
}
