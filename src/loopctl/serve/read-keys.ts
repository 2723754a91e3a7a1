import { z } from 'zod';
import { ConfigurationError } from '../../errors.ts';
import { actorOf, embeddedIdentities } from '../embedded/embedded-identities.ts';
import { keyVariables } from '../http/server.ts';
import type { Identity } from '../port.ts';
import { mintKey, type ServedKey, servedKey } from './served-key.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The key of somebody who may all that the loop may not: found projects, import, delete. */
const userVariable = 'LOOPCTL_USER_KEY';

const identities: readonly Identity[] = ['orchestrator', 'implementer', 'reviewer'];

const fileSchema = z.strictObject({
  version: z.literal(1),
  keys: z.array(
    z.strictObject({
      name: z.string().min(1),
      role: z.enum(['orchestrator', 'agent', 'user']),
      /** By name; a key without one can claim and report nothing. */
      agent: z.string().min(1).nullable().default(null),
      key: z.string().regex(/^[\w-]{16,}$/, 'a key is at least 16 letters, digits, `_` and `-`'),
    }),
  ),
});

export interface KeysReading {
  readonly keys: readonly ServedKey[];
  /** Those of them that nobody knows yet. */
  readonly minted: readonly ServedKey[];
}

/** The keys to serve by: of a file's text where there is one, else of the environment; what is not given is minted. */
export function readKeys(environment: Environment, fileText: string | null): KeysReading {
  if (fileText !== null) return { keys: requireApart(parseKeys(fileText)), minted: [] };
  const known = variables.map((variable) => ({ variable, key: (environment[variable] ?? '').trim() }));
  const minted = known.filter(({ key }) => key === '').map(({ variable }) => keyFor(variable, mintKey()));
  const given = known.filter(({ key }) => key !== '').map(({ variable, key }) => keyFor(variable, key));
  return { keys: requireApart([...given, ...minted]), minted };
}

const variables: readonly string[] = [...identities.map((identity) => keyVariables[identity]), userVariable];

function keyFor(variable: string, key: string): ServedKey {
  const identity = identities.find((one) => keyVariables[one] === variable);
  if (identity === undefined) return servedKey(variable, key, { role: 'user', keyName: 'user' }, null);
  return servedKey(variable, key, actorOf(identity), embeddedIdentities[identity].name);
}

function parseKeys(text: string): readonly ServedKey[] {
  const parsed = fileSchema.safeParse(parseJson(text));
  if (!parsed.success) {
    throw new ConfigurationError(`The keys file is not of the expected form: ${z.prettifyError(parsed.error)}`, {
      remedy: 'Write `{"version": 1, "keys": [{"name": "…", "role": "agent", "agent": "…", "key": "lc_…"}]}`.',
      cause: parsed.error,
    });
  }
  return parsed.data.keys.map(({ name, key, role, agent }) => servedKey(name, key, { role, keyName: name }, agent));
}

/** What is no JSON is none of what is expected either. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Of two names with one key nobody could say who asks. */
function requireApart(keys: readonly ServedKey[]): readonly ServedKey[] {
  const twin = keys.find(({ key }, index) => keys.slice(0, index).some((other) => other.key === key));
  if (twin === undefined) return keys;
  throw new ConfigurationError(`${twin.name} is the same key as another one.`, {
    remedy: 'Give each name a key of its own.',
  });
}
