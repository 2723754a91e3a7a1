import { z } from 'zod';
import { parseAnswer } from '../github/parse-answer.ts';
import { signAsApp } from './app-token.ts';
import { type Look, lookWith, readFound } from './ask-github.ts';
import type { OwnApp } from './facts.ts';
import type { Notes } from './notes.ts';

const appSchema = z.object({ id: z.number(), slug: z.string(), client_id: z.string().optional() });
const installationSchema = z.object({ repository_selection: z.string() });

interface AppQuestion {
  readonly look: Look;
  readonly apiUrl: string;
  /** `owner/name` */
  readonly repository: string;
  /** The App that was named; null: the one that was made here. */
  readonly slug: string | null;
  /** The key that was given. */
  readonly givenKey: string | null;
  readonly notes: Notes | null;
  readonly now: number;
}

/** The App that acts here: the one that was named, else the one that was noted; null where neither is to be seen. */
export async function findOwnApp(question: AppQuestion): Promise<OwnApp | null> {
  const { look, slug: named, notes, givenKey } = question;
  const own = notes !== null && (named === null || notes.slug === named) ? notes : null;
  const slug = named ?? own?.slug ?? null;
  if (slug === null) return null;
  const app = (await readApp(look, slug)) ?? own;
  if (app === null) return null;
  const privateKey = givenKey ?? own?.privateKey ?? null;
  const { id, clientId } = app;
  const key = givenKey === null ? noted(own) : 'given';
  return { slug, id, clientId, key, installed: await readInstallation({ ...question, clientId, privateKey }) };
}

function noted(notes: Notes | null): 'noted' | null {
  return (notes?.privateKey ?? null) === null ? null : 'noted';
}

async function readApp(look: Look, slug: string): Promise<{ readonly id: number; readonly clientId: string } | null> {
  const app = await readFound(look, `apps/${slug}`, appSchema, [403, 404]);
  // A number serves as well, where the server is too old to tell client ids.
  return app === null ? null : { id: app.id, clientId: app.client_id ?? String(app.id) };
}

/** Only the App is told, so that without its key nobody can say. */
async function readInstallation(input: {
  readonly apiUrl: string;
  readonly repository: string;
  readonly clientId: string;
  readonly privateKey: string | null;
  readonly now: number;
}): Promise<OwnApp['installed']> {
  const { apiUrl, repository, clientId, privateKey, now } = input;
  if (privateKey === null) return 'unknown';
  const path = `repos/${repository}/installation`;
  const { status, data } = await lookWith(apiUrl, signAsApp(clientId, privateKey, now))(path);
  if (status === 404) return 'no';
  // The key is not the App's, or not any more.
  if (status === 401) return 'unknown';
  const { repository_selection: selection } = parseAnswer(installationSchema, data, `GET ${path}`);
  return selection === 'all' ? 'everywhere' : 'yes';
}
