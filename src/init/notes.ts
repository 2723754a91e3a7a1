import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { ConfigurationError } from '../errors.ts';
import type { Environment } from '../inputs/environment.ts';

const notesSchema = z.object({
  version: z.literal(1),
  slug: z.string(),
  id: z.number(),
  clientId: z.string(),
  /** Null as soon as the environment has it: nobody can look at it anywhere else before. */
  privateKey: z.string().nullable(),
});

/** What cannot be looked at anywhere: which App was made, and its key until it is handed over. */
export type Notes = z.infer<typeof notesSchema>;

export interface Notebook {
  readonly path: string;
  read(): Promise<Notes | null>;
  write(notes: Notes): Promise<void>;
  forget(): Promise<void>;
}

/** The notes of one repository, readable by their owner alone. */
export function openNotebook(
  place: { readonly host: string; readonly owner: string; readonly repo: string },
  environment: Environment,
): Notebook {
  const state = environment['XDG_STATE_HOME'] || join(homedir(), '.local', 'state');
  const name = [place.host, place.owner, place.repo].join('+').replace(/[^\w.+-]/g, '_');
  const path = join(state, 'orchestrate', `${name}.json`);
  return {
    path,
    read: () => readNotes(path),
    write: async (notes) => {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      // Killed in the middle it leaves what was there before.
      await writeFile(`${path}.new`, `${JSON.stringify(notes)}\n`, { mode: 0o600 });
      await rename(`${path}.new`, path);
    },
    forget: () => rm(path, { force: true }),
  };
}

/** Null where there are none. Others that cannot be read are no notes that may be written over: a key may be in them. */
async function readNotes(path: string): Promise<Notes | null> {
  try {
    return notesSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null;
    throw new ConfigurationError(`What was noted of the App cannot be read: ${path}`, {
      remedy: 'It may hold the key of the App: look into it, or take it away once that App is deleted.',
      cause,
    });
  }
}
