import { z } from 'zod';
import { ConfigurationError } from '../errors.ts';
import { installationUrl } from './app-manifest.ts';
import { type Look, tradeCode } from './ask-github.ts';
import type { InitFacts } from './facts.ts';
import type { Gh } from './gh.ts';
import type { Notebook } from './notes.ts';
import { proposeFiles } from './propose-files.ts';
import { receiveApp } from './receive-app.ts';
import type { Action, Step } from './step.ts';

/** All by which steps are carried out. */
export interface Hands {
  readonly gh: Gh;
  readonly look: Look;
  readonly notebook: Notebook;
  readonly open: (url: string) => Promise<void>;
  readonly say: (line: string) => void;
  /** The key of the agents' model; empty where the person gave none. */
  readonly agentKey: (variable: string) => Promise<string>;
  /** The App's key. */
  readonly appKey: () => Promise<string | null>;
  /** Whether the App is installed by now. */
  readonly isInstalled: () => Promise<boolean>;
  readonly pause: (milliseconds: number) => Promise<void>;
  /** How long a person may take in the browser. */
  readonly patience: number;
  /** Pages that are open there already. */
  readonly opened: Set<string>;
}

const madeSchema = z.object({
  id: z.number(),
  slug: z.string(),
  client_id: z.string(),
  pem: z.string(),
  owner: z.object({ id: z.number() }),
});

/** Carries a step out, action by action; each may be cut off, and done again. */
export async function applyStep({ actions }: Step, facts: InitFacts, hands: Hands): Promise<void> {
  for (const action of actions) await applyAction(action, facts, hands);
}

async function applyAction(action: Action, facts: InitFacts, hands: Hands): Promise<void> {
  const { place, doctor } = facts;
  const { gh, look, notebook, open, say } = hands;
  switch (action.kind) {
    case 'api':
      await gh.call(action.method, action.path, action.body, action.fine);
      return;
    case 'set_secret':
      await gh.setSecret(action.name, action.environment, await secretFor(action, facts, hands));
      return;
    case 'delete_secret':
      await gh.deleteSecret(action.name);
      return;
    case 'make_app':
      await receiveApp({ place, open, patience: hands.patience, receive: (code) => takeOver(code, facts, hands) });
      return;
    case 'install_app':
      await install(action.url, hands);
      return;
    case 'forget_key': {
      const notes = await notebook.read();
      if (notes !== null) await notebook.write({ ...notes, privateKey: null });
      return;
    }
    case 'forget_app':
      await open(action.url);
      await notebook.forget();
      return;
    case 'propose': {
      const repository = `${place.owner}/${place.repo}`;
      say(`  ${await proposeFiles({ gh, look, repository, base: doctor.repository.defaultBranch }, action)}`);
    }
  }
}

const betweenLooks = 3000;

/** Opens the page, where it is not open yet, and waits until it was done there. */
async function install(url: string, { open, opened, isInstalled, pause, patience }: Hands): Promise<void> {
  if (!opened.has(url)) await open(url);
  for (let waited = 0; waited < patience; waited += betweenLooks) {
    if (await isInstalled()) return;
    await pause(betweenLooks);
  }
  throw new ConfigurationError('Nobody pressed "Install".', {
    remedy: `Start \`npx . init\` again, and press it on the page that opens: ${url}`,
  });
}

async function takeOver(code: string, { place }: InitFacts, { notebook, opened }: Hands): Promise<string> {
  const { slug, id, client_id: clientId, pem, owner } = await trade(code, place);
  // The nonce stands in the address that the browser is started with, which others on the machine may read.
  if (owner.id !== place.ownerId) {
    throw new ConfigurationError(`The App ${slug} that was handed over is not ${place.owner}'s.`, {
      remedy: 'It was not taken. Start `npx . init` again, on a machine where nobody else is at work.',
    });
  }
  // Before anything else: GitHub tells the key this once.
  await notebook.write({ version: 1, slug, id, clientId, privateKey: pem });
  const next = installationUrl(place, slug);
  opened.add(next);
  return next;
}

async function trade(code: string, { apiUrl }: InitFacts['place']): Promise<z.infer<typeof madeSchema>> {
  const answer = await tradeCode(apiUrl, code).catch((cause: unknown) => ({ status: null, data: null, cause }));
  const made = madeSchema.safeParse(answer.data);
  if (made.success) return made.data;
  throw new ConfigurationError(`GitHub made the App and did not hand it over (${answer.status ?? 'no answer'}).`, {
    remedy: 'Delete it (settings of its owner → Developer settings → GitHub Apps), and start `npx . init` again.',
    cause: 'cause' in answer ? answer.cause : answer.data,
  });
}

async function secretFor(
  { value, name }: Extract<Action, { kind: 'set_secret' }>,
  { app }: InitFacts,
  { agentKey, appKey }: Hands,
): Promise<string> {
  const found = {
    app_id: async () => app?.clientId ?? '',
    app_key: async () => (await appKey()) ?? '',
    agent_key: () => agentKey(name),
  };
  const secret = await found[value]();
  if (secret === '') {
    throw new ConfigurationError(`There is no value for the secret ${name}.`, {
      remedy: `Start again with the variable ${name} set, or in a terminal, and give it there.`,
    });
  }
  return secret;
}
