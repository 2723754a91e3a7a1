import { isDashboardDue } from '../core/dashboard-due.ts';
import { ownChecks } from '../core/own-checks.ts';
import { dashboardKey, type Shown, type Written } from '../core/shown.ts';
import type { Snapshot } from '../core/snapshot.ts';
import { RemoteError } from '../errors.ts';
import { ensureCheck, type KnownCheck } from '../github/ensure-check.ts';
import { ensureComment } from '../github/ensure-comment.ts';
import { ensurePullRequestText } from '../github/ensure-pull-request-text.ts';
import { digestText } from '../github/issue-digest.ts';
import { ownMark } from '../github/own-mark.ts';
import { openCheck } from '../render/present.ts';
import { statusMark } from '../render/status-comment.ts';
import type { CheckSurface, StatusComment, Surface } from '../render/surface.ts';
import { digestSurface } from './remember-shown.ts';
import type { LeasedPass } from './under-lease.ts';
import { writeDashboard } from './write-dashboard.ts';

/** A surface that says something else than what was last shown there. */
export interface DueSurface {
  readonly surface: Surface;
  readonly digest: string;
  /** What we wrote there before; null where we wrote nothing, or know of nothing. */
  readonly known: Shown[string] | null;
}

/** What has to be written: of everything that people are to see, what they do not see yet. */
export function findDue(
  surfaces: readonly Surface[],
  shown: Shown,
  world: Pick<Snapshot, 'dashboard' | 'clock'>,
): readonly DueSurface[] {
  return surfaces.flatMap((surface) => {
    const known = shown[surface.key] ?? null;
    const digest = digestSurface(surface);
    const isDue =
      surface.kind === 'dashboard'
        ? isDashboardDue({ whole: digest, urgent: digestText(surface.urgent) }, known, world)
        : known?.digest !== digest;
    return isDue ? [{ surface, digest, known }] : [];
  });
}

export interface ShowFacts {
  readonly surfaces: readonly Surface[];
  readonly shown: Shown;
  readonly world: Pick<Snapshot, 'viewer' | 'pullRequests' | 'dashboard'>;
}

/**
 * Writes what is due, side by side, and returns what is shown afterwards. What GitHub refuses is said in the log and left
 * to the next pass: nothing is decided by what people see.
 */
export async function show(
  due: readonly DueSurface[],
  { surfaces, shown, world }: ShowFacts,
  pass: LeasedPass,
): Promise<Shown> {
  // Where the dashboard is remains known while nobody wants it.
  const wanted = new Set<string>([...surfaces.map(({ key }) => key), dashboardKey]);
  const kept = Object.entries(shown).filter(([key]) => wanted.has(key));
  const written = await Promise.all(
    due.map(async ({ surface, digest, known }) => {
      try {
        const result = await write(surface, known, world, pass);
        return result === null ? [] : [[surface.key, { ...result, digest }] as const];
      } catch (error) {
        if (!(error instanceof RemoteError)) throw error;
        pass.log(`! show ${surface.key} — not done: ${error.message}`);
        return [];
      }
    }),
  );
  return Object.fromEntries([...kept, ...written.flat()]);
}

async function write(
  surface: Surface,
  known: Shown[string] | null,
  world: ShowFacts['world'],
  pass: LeasedPass,
): Promise<Written | null> {
  switch (surface.kind) {
    case 'check':
      return await writeCheck(surface, known, world, pass);
    case 'pull_request':
      await ensurePullRequestText(pass.github, surface);
      return { id: null, note: '' };
    case 'comment':
      return await writeComment(surface, known, world, pass);
    case 'dashboard':
      return await writeDashboard(surface, known, world, pass);
  }
}

async function writeCheck(
  surface: CheckSurface,
  known: Shown[string] | null,
  { pullRequests }: ShowFacts['world'],
  { github }: LeasedPass,
): Promise<Written> {
  const id = await ensureCheck(github, { ...surface, externalId: ownMark }, knownCheck(surface, known, pullRequests));
  return { id, note: surface.conclusion === null ? openCheck : '' };
}

/**
 * Of a head that GitHub shows without any check of ours there is none to be looked for, but for the verdict, which is shown
 * by the decision to remember it, without another look.
 */
function knownCheck(
  { sha, name }: CheckSurface,
  known: Shown[string] | null,
  pullRequests: Snapshot['pullRequests'],
): KnownCheck {
  if (known !== null && known.id !== null) return { kind: 'there', id: known.id, isOpen: known.note === openCheck };
  const head = pullRequests.find(({ headSha }) => headSha === sha);
  const names: readonly string[] = Object.values(ownChecks);
  const isBare = head !== undefined && !head.checks.some((check) => names.includes(check.name));
  return { kind: isBare && name !== ownChecks.review ? 'none' : 'unknown' };
}

/** Posted anew where it calls for people, or calls them again. An end of that is no reason to call. */
async function writeComment(
  { number, body, called }: StatusComment,
  known: Shown[string] | null,
  { viewer, pullRequests }: ShowFacts['world'],
  { github }: LeasedPass,
): Promise<Written> {
  const before = Number(known?.note ?? 0);
  const isRenewed = called !== null && called > before;
  const wanted = { on: number, body, mark: statusMark, viewer, isRenewed };
  const isFirst = pullRequests.some((pull) => pull.number === number && pull.commentCount === 0);
  const id = await ensureComment(github, wanted, known?.id ?? (isFirst ? 'none' : null));
  return { id, note: `${called ?? before}` };
}
