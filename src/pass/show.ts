import { createHash } from 'node:crypto';
import type { Shown } from '../core/shown.ts';
import { RemoteError } from '../errors.ts';
import { editPullRequest } from '../github/edit-pull-request.ts';
import type { Surface } from '../render/surface.ts';
import type { LeasedPass } from './under-lease.ts';

/** A surface that says something else than what was last shown there. */
export interface DueSurface {
  readonly surface: Surface;
  readonly digest: string;
  /** What we wrote there before; null where we wrote nothing, or know of nothing. */
  readonly known: Shown[string] | null;
}

/** What has to be written: of everything that people are to see, what they do not see yet. */
export function findDue(surfaces: readonly Surface[], shown: Shown): readonly DueSurface[] {
  return surfaces.flatMap((surface) => {
    const known = shown[surface.key] ?? null;
    const digest = digestOf(surface);
    return known?.digest === digest ? [] : [{ surface, digest, known }];
  });
}

/**
 * Writes what is due, side by side, and returns what is shown afterwards. What GitHub refuses is said in the log and left
 * to the next pass: nothing is decided by what people see.
 */
export async function show(
  due: readonly DueSurface[],
  { surfaces, shown }: { readonly surfaces: readonly Surface[]; readonly shown: Shown },
  pass: LeasedPass,
): Promise<Shown> {
  const wanted = new Set<string>(surfaces.map(({ key }) => key));
  const kept = Object.entries(shown).filter(([key]) => wanted.has(key));
  const written = await Promise.all(
    due.map(async ({ surface, digest, known }) => {
      try {
        return [[surface.key, { ...(await write(surface, known, pass)), digest }] as const];
      } catch (error) {
        if (!(error instanceof RemoteError)) throw error;
        pass.log(`! show ${surface.key} — not done: ${error.message}`);
        return [];
      }
    }),
  );
  return Object.fromEntries([...kept, ...written.flat()]);
}

type Written = Pick<Shown[string], 'id' | 'note'>;

async function write(surface: Surface, known: Shown[string] | null, { github }: LeasedPass): Promise<Written> {
  switch (surface.kind) {
    case 'pull_request':
      await editPullRequest(github, surface);
      return { id: null, note: '' };
  }
}

function digestOf(surface: Surface): string {
  return createHash('sha256').update(JSON.stringify(surface)).digest('base64url').slice(0, 16);
}
