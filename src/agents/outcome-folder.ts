import { copyFile, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Outcome, outcomeFiles, outcomeSchema } from '../core/outcome.ts';

/** What an agent job can say of its assignment; the rest of an outcome tells which one it is. */
export type OutcomePart = Omit<Outcome, 'version' | 'assignment' | 'run' | 'attempt'>;

export interface OutcomeContents {
  readonly outcome: Outcome;
  readonly bundle: string | null;
  readonly log: string | null;
}

const longest = { detail: 8000, tail: 4000 } as const;

/** An outcome of a kind with nothing else in it. */
export function emptyOutcome(kind: Outcome['kind'], detail: string): OutcomePart {
  return {
    kind,
    detail,
    restatement: null,
    head: null,
    review: null,
    verify: null,
    agent: null,
    usage: null,
  };
}

/** Replaces the folder by exactly the outcome's files, whatever an agent may have put there before. */
export async function writeOutcomeFolder(directory: string, contents: OutcomeContents): Promise<void> {
  const next = `${directory}.next`;
  await rm(next, { recursive: true, force: true });
  await mkdir(next, { recursive: true });
  const outcome = outcomeSchema.parse(shorten(contents.outcome));
  await writeFile(join(next, outcomeFiles.outcome), `${JSON.stringify(outcome, null, 2)}\n`);
  if (contents.bundle !== null) await copyFile(contents.bundle, join(next, outcomeFiles.bundle));
  if (contents.log !== null) await copyFile(contents.log, join(next, outcomeFiles.log));
  await mkdir(dirname(directory), { recursive: true });
  await rm(directory, { recursive: true, force: true });
  await rename(next, directory);
}

function shorten(outcome: Outcome): Outcome {
  const { verify } = outcome;
  return {
    ...outcome,
    detail: outcome.detail.slice(0, longest.detail),
    verify: verify === null ? null : { ...verify, tail: verify.tail.slice(-longest.tail) },
  };
}
