import type { BacklogPayload } from '../core/backlog.ts';
import { type Dependency, findDrift } from '../core/drift.ts';
import { ConfigurationError } from '../errors.ts';
import type { ProjectAccount } from '../loopctl/move/account.ts';
import { parseAccountFile, renderAccountFile } from '../loopctl/move/account-file.ts';
import { planMove } from '../loopctl/move/plan-move.ts';
import { readAccount } from '../loopctl/move/read-account.ts';
import { neverMoved, renderMove } from '../loopctl/move/render-move.ts';
import { runMove } from '../loopctl/move/run-move.ts';
import type { ImportResult, Project } from '../loopctl/port.ts';
import { readDependencies } from '../pass/gather-drift.ts';
import { parseBacklogFile, refuseCircles } from '../pass/import-backlog.ts';
import { findProject } from './find.ts';
import { firstOperand, type Given, isGiven, parseJson } from './given.ts';
import type { Document, Session } from './session.ts';
import { UsageError } from './usage-error.ts';

/** Imports a file into a project: a backlog as it is, an exported project with where its stories stand. */
export async function importFrom(session: Session, given: Given): Promise<Document> {
  const path = firstOperand(given);
  const text = await session.readFile(path);
  const reading = parseAccountFile(parseJson(text, path));
  switch (reading.kind) {
    case 'problems':
      throw new ConfigurationError(reading.problems.map((problem) => `${path}: ${problem}`).join('\n'), {
        remedy: `Mend ${path}; nothing of it was imported.`,
      });
    case 'account':
      return await moveIn(session, given, reading.account);
    case 'backlog':
      return await importBacklog(session, given, { payload: parseBacklogFile(text, path), path });
  }
}

/** All of a project that `import` reads. */
export async function exportFrom(session: Session): Promise<unknown> {
  const account = await readAccount(session.loopctl, await findProject(session));
  return parseJson(renderAccountFile(account), 'the export');
}

/** A project that was exported, with where its stories stand and what they went through. */
async function moveIn(session: Session, given: Given, account: ProjectAccount): Promise<Document> {
  if (isGiven(given, 'dry-run')) {
    const target = await readAccount(session.loopctl, await findProject(session));
    return { would_move: renderMove(planMove(account, target)) };
  }
  const project = await findTarget(session, given);
  if (!isGiven(given, 'merge')) await refuseKnown(session, project, account.epics);
  const { plan, open } = await runMove(account, session.loopctl, project);
  session.say(neverMoved);
  if (open.length === 0) return { moved: renderMove(plan) };
  throw new ConfigurationError(['Not all came out as it was told.', ...renderMove(plan), ...open].join('\n'), {
    remedy: 'Run the same command again, with --merge; what stands is kept.',
  });
}

async function importBacklog(
  session: Session,
  given: Given,
  { payload, path }: { readonly payload: BacklogPayload; readonly path: string },
): Promise<Document> {
  if (isGiven(given, 'dry-run')) throw new UsageError(`--dry-run is for a project that was exported: ${path} is none.`);
  const project = await findTarget(session, given);
  if (!isGiven(given, 'merge')) await refuseKnown(session, project, payload.epics);
  const kept: readonly Dependency[] = await readDependencies({ loopctl: session.loopctl, project });
  refuseCircles(payload, findDrift(payload, kept), path);
  return { import: toWire(await session.loopctl.importBacklog(project.id, payload)) };
}

async function findTarget(session: Session, given: Given): Promise<Project> {
  return isGiven(given, 'create') ? await ensureProject(session) : await findProject(session);
}

async function ensureProject({ loopctl, project }: Session): Promise<Project> {
  if (project === null) throw new UsageError('--create needs --project NAME.');
  return (await loopctl.findProject(project)) ?? (await loopctl.ensureProject({ name: project, slug: project }));
}

/** As loopctl does, but before anything was sent, however large the file is. */
async function refuseKnown(
  { loopctl }: Session,
  { id, slug }: Project,
  epics: readonly { readonly stories: readonly { readonly number: string }[] }[],
): Promise<void> {
  const known = new Set((await loopctl.listStories(id)).map(({ number }) => number));
  const twice = epics.flatMap(({ stories }) => stories).filter(({ number }) => known.has(number));
  if (twice.length === 0) return;
  const numbers = twice.slice(0, 5).map(({ number }) => number);
  throw new ConfigurationError(
    `\`${slug}\` has stories of these numbers already: ${numbers.join(', ')}${twice.length > 5 ? ' …' : ''}.`,
    {
      remedy: 'Merge the file into them: --merge. Nothing was imported.',
    },
  );
}

function toWire(result: ImportResult): Document {
  return {
    epics_created: result.epicsCreated,
    epics_updated: result.epicsUpdated,
    stories_created: result.storiesCreated,
    stories_updated: result.storiesUpdated,
    dependencies_created: result.dependenciesCreated,
    dependencies_existing: result.dependenciesExisting,
    stories_orphaned: result.orphans,
  };
}
