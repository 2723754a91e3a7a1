import { type AgentStatus, compareStoryNumbers, type StoryNumber, type VerifiedStatus } from '../../src/core/story.ts';
import { type Db, epicsOf, storiesOf } from '../../src/loopctl/embedded/engine/db.ts';
import { selectRows } from '../../src/loopctl/embedded/engine/feed.ts';
import type { FeedRow, ProjectRow, StoryRow } from '../../src/loopctl/embedded/engine/rows.ts';
import { projectFolder, stateFile } from '../../src/loopctl/embedded/files/file-layout.ts';
import type { Records, Spending } from '../history/history.ts';
import type { Move } from '../history/story-state.ts';
import { SourceProblem } from './source-problem.ts';

type StoreRecords = Pick<Records, 'project' | 'stories' | 'epics' | 'moves' | 'spendings'>;

/** What the store tells of a project, and in which of its files the project's ledger is. */
export function recordsOfStore(
  db: Db,
  wanted: string | null,
): { readonly records: StoreRecords; readonly stateFile: string } {
  const project = chooseProject([...db.projects.values()], wanted);
  const stories = storiesOf(db, project.id);
  const numbers = new Map(stories.map(({ id, number }) => [id, number]));
  const rows = selectRows(db.feed, ({ entity_type, entity_id }) => entity_type === 'story' && numbers.has(entity_id));
  return {
    records: {
      project: project.name,
      epics: epicsOf(db, project.id).map(({ epic: { number, title } }) => ({ number, title })),
      stories: stories
        .map(({ number, title, inserted_at, epic_id }) => ({
          number,
          title,
          epic: db.epics.get(epic_id)?.epic.number ?? 0,
          createdAt: Date.parse(inserted_at),
        }))
        .toSorted((left, right) => compareStoryNumbers(left.number, right.number)),
      moves: rows.flatMap((row) => moveOf(row, numbers.get(row.entity_id))),
      spendings: stories.flatMap(spendingsOf),
    },
    stateFile: stateFile(projectFolder(project), 'main'),
  };
}

function chooseProject(projects: readonly ProjectRow[], wanted: string | null): ProjectRow {
  const [first, ...others] = wanted === null ? projects : projects.filter(({ slug }) => slug === wanted);
  const known = projects.map(({ slug }) => slug).join(', ');
  if (first === undefined)
    throw new SourceProblem(`There is no project ${wanted ?? ''} in the store: it has ${known || 'none'}.`);
  if (others.length > 0) throw new SourceProblem(`The store has several projects: name one by --project, of ${known}.`);
  return first;
}

function moveOf({ inserted_at, new_state }: FeedRow, story: StoryNumber | undefined): readonly Move[] {
  const { agent_status, verified_status } = new_state ?? {};
  if (story === undefined || (agent_status === undefined && verified_status === undefined)) return [];
  return [
    {
      at: Date.parse(inserted_at),
      story,
      ...(typeof agent_status === 'string' ? { agentStatus: agent_status as AgentStatus } : {}),
      ...(typeof verified_status === 'string' ? { verifiedStatus: verified_status as VerifiedStatus } : {}),
    },
  ];
}

/** A report that was taken back is none; one that sets another right adds its difference. */
function spendingsOf({ number, usage }: StoryRow): readonly Spending[] {
  return usage
    .filter(({ deleted_at }) => deleted_at === null)
    .map(({ inserted_at, phase, cost_millicents, total_tokens }) => ({
      at: Date.parse(inserted_at),
      story: number,
      phase,
      costMillicents: cost_millicents,
      tokens: total_tokens,
    }));
}
