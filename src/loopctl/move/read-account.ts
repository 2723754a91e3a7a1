import type { Loopctl, Project } from '../port.ts';
import type { StoryRecord, Verification } from '../story-record.ts';
import type { EpicAccount, ProjectAccount, StoryAccount } from './account.ts';
import type { Verdict } from './standing.ts';
import { pastOf, plainMetadata } from './story-past.ts';

export type AccountSource = Pick<Loopctl, 'tenant' | 'listStories' | 'listEpics' | 'dependencyGraph' | 'verifications'>;

/** Reads all of a project that can be told to another store, by numbers; one request more for each story judged. */
export async function readAccount(loopctl: AccountSource, project: Project): Promise<ProjectAccount> {
  const [tenant, records, epics, graph] = [
    await loopctl.tenant(),
    await loopctl.listStories(project.id),
    await loopctl.listEpics(project.id),
    await loopctl.dependencyGraph(project.id),
  ];
  const stories = new Map<string, StoryAccount[]>(epics.map(({ id }) => [id, []]));
  for (const record of records) {
    stories.get(record.epicId)?.push(toAccount(record, await readVerdicts(loopctl, record)));
  }
  const numbers = new Map(records.map(({ id, number }) => [id, number]));
  const epicNumbers = new Map(epics.map(({ id, number }) => [id, number]));
  return {
    project: { name: project.name, slug: project.slug },
    tenant: tenant.name,
    epics: epics.map(({ id, ...epic }): EpicAccount => ({ ...epic, stories: stories.get(id) ?? [] })),
    storyDependencies: graph.storyDependencies.flatMap(({ from, to }) => {
      const [story, dependsOn] = [numbers.get(from), numbers.get(to)];
      return story === undefined || dependsOn === undefined ? [] : [{ story, dependsOn }];
    }),
    epicDependencies: graph.epicDependencies.flatMap(({ from, to }) => {
      const [epic, dependsOn] = [epicNumbers.get(from), epicNumbers.get(to)];
      return epic === undefined || dependsOn === undefined ? [] : [{ epic, dependsOn }];
    }),
  };
}

/** Oldest first; nobody judged a story that is unverified. */
async function readVerdicts(loopctl: AccountSource, story: StoryRecord): Promise<readonly Verdict[]> {
  return story.verifiedStatus === 'unverified'
    ? []
    : (await loopctl.verifications(story.id)).toReversed().map(toVerdict);
}

function toVerdict({ result, summary, findings, reviewType, insertedAt, orchestratorAgentId }: Verification): Verdict {
  return { result, summary, findings, reviewType, at: insertedAt, by: orchestratorAgentId };
}

function toAccount(story: StoryRecord, verdicts: readonly Verdict[]): StoryAccount {
  const { number, title, description, criteria, estimatedHours, agentStatus, verifiedStatus } = story;
  return {
    number,
    title,
    description,
    criteria,
    estimatedHours,
    metadata: plainMetadata(story.metadata),
    agentStatus,
    verifiedStatus,
    past: pastOf(story, verdicts),
  };
}
