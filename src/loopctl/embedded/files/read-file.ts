import type { z } from 'zod';
import { StoredStateError } from '../../loopctl-error.ts';
import { versionSchema } from './file-schemas.ts';
import { filesVersion } from './files-version.ts';

export type Files = ReadonlyMap<string, string>;

/** What a file holds; one that is missing, cannot be read or is of a newer version ends it by name. */
export function readFile<Schema extends z.ZodType>(files: Files, path: string, schema: Schema): z.infer<Schema> {
  const text = files.get(path);
  if (text === undefined) {
    throw unreadable(path, 'the file is missing');
  }
  const value = parseJson(path, text);
  const version = versionSchema.safeParse(value);
  if (version.success && version.data.version > filesVersion) {
    throw new StoredStateError({
      code: 'state_newer',
      path,
      detail: `the file is of version ${version.data.version}, and this version of Orchestrate knows ${filesVersion}`,
      remedy: 'Use the version of Orchestrate that wrote it, or a later one',
    });
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw unreadable(
      path,
      `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not of the expected form'}`,
      parsed.error,
    );
  }
  return parsed.data;
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw unreadable(path, 'the file is not JSON', cause);
  }
}

/** The error of a file that does not hold what it should. */
export function unreadable(path: string, detail: string, cause?: unknown): StoredStateError {
  return new StoredStateError({
    code: 'state_unreadable',
    path,
    detail,
    remedy: "Restore the file from the state branch's history, whose every commit is a state that was whole",
    cause,
  });
}
