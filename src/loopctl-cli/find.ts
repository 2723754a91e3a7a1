import { ConfigurationError } from '../errors.ts';
import type { Project } from '../loopctl/port.ts';
import { askDocument, askRows, type Document, type Session } from './session.ts';
import { UsageError } from './usage-error.ts';

const identifier = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The project that was named, by id, slug or name; where none was named, the only one that there is. */
export async function findProject(session: Session): Promise<Project> {
  const { loopctl, project: key } = session;
  if (key === null) return await onlyProject(session);
  const found = await loopctl.findProject(key);
  if (found !== null) return found;
  throw new ConfigurationError(`loopctl has no project \`${key}\`.`, { remedy: await namesOf(session) });
}

/** As `findProject`, but null where none was named and it need not be one. */
export async function findNamedProject(session: Session): Promise<Project | null> {
  return session.project === null ? null : await findProject(session);
}

async function onlyProject(session: Session): Promise<Project> {
  const [first, ...others] = await askRows(session, '/api/v1/projects');
  const found = others.length === 0 ? await session.loopctl.findProject(String(first?.['id'] ?? '')) : null;
  if (found !== null) return found;
  if (first === undefined) {
    throw new ConfigurationError('loopctl has no project yet.', {
      remedy: 'Import a backlog into a new one: `loopctl import FILE --project NAME --create`.',
    });
  }
  throw new UsageError(`Which project? Name it with --project. ${await namesOf(session)}`);
}

async function namesOf(session: Session): Promise<string> {
  const slugs = (await askRows(session, '/api/v1/projects')).map((row) => String(row['slug']));
  return slugs.length === 0 ? 'There is none yet.' : `There are: ${slugs.join(', ')}.`;
}

/** The id of the story that is given by id or by number (`2.1`, `US-2.1`). */
export async function findStoryId(session: Session, key: string): Promise<string> {
  if (identifier.test(key)) return key.toLowerCase();
  const number = readStoryNumber(key);
  const project = await findProject(session);
  const found = await findInEpic(session, project, number);
  if (found !== null) return found;
  const stories = await session.loopctl.listStories(project.id);
  const story = stories.find((candidate) => candidate.number === number);
  if (story !== undefined) return story.id;
  throw new ConfigurationError(`The project \`${project.slug}\` has no story ${number}.`, {
    remedy: 'See `loopctl search` for the stories that there are.',
  });
}

/** A number begins with that of its epic, by custom; then a few rows are enough of many thousand. */
async function findInEpic(session: Session, project: Project, number: string): Promise<string | null> {
  const epic = await findEpic(session, project, Number(number.split('.')[0]));
  if (epic === null) return null;
  const stories = await askRows(session, `/api/v1/epics/${epic['id']}/stories`);
  const story = stories.find((row) => row['number'] === number);
  return story === undefined ? null : String(story['id']);
}

/** The story as loopctl has it, by id or number. */
export async function readStory(session: Session, key: string): Promise<Document> {
  const path = `/api/v1/stories/${await findStoryId(session, key)}`;
  return await askDocument(session, { method: 'GET', path });
}

/** The id of the epic that is given by id or by number. */
export async function findEpicId(session: Session, key: string): Promise<string> {
  if (identifier.test(key)) return key.toLowerCase();
  if (!/^\d{1,9}$/.test(key)) throw new UsageError(`\`${key}\` is neither the number nor the id of an epic.`);
  const project = await findProject(session);
  const epic = await findEpic(session, project, Number(key));
  if (epic !== null) return String(epic['id']);
  throw new ConfigurationError(`The project \`${project.slug}\` has no epic ${key}.`, {
    remedy: 'See `loopctl export` for the epics that there are.',
  });
}

async function findEpic(session: Session, project: Project, number: number): Promise<Document | null> {
  const epics = await askRows(session, `/api/v1/projects/${project.id}/epics`);
  return epics.find((epic) => epic['number'] === number) ?? null;
}

/** A story's number as people write it. */
export function readStoryNumber(key: string): string {
  const [, number] = /^(?:US-)?(\d+(?:\.\d+)?)$/i.exec(key) ?? [];
  if (number === undefined) {
    throw new UsageError(`\`${key}\` is neither the number of a story (such as 2.1) nor its id.`);
  }
  return number;
}
