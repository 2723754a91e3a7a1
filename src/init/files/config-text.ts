import { Document, stringify } from 'yaml';
import type { AgentChoice } from '../agent.ts';
import type { Project } from '../project/project.ts';

const reference = 'https://github.com/orchestrate-action/orchestrate/blob/main/docs/reference/configuration.md';

/** The configuration of a project, with what is known of it and every other key at its default. */
export function renderConfig(input: {
  readonly slug: string;
  readonly backlog: string;
  readonly project: Project;
  readonly agent: AgentChoice;
}): string {
  const { slug, backlog, project, agent } = input;
  const variables = [...(agent.variable === null ? [] : [agent.variable]), ...Object.keys(project.environment)];
  const part = (key: string, value: unknown, comment: string): string =>
    `\n${comment}\n${stringify({ [key]: value }, { lineWidth: 0, flowCollectionPadding: false })}`;
  return [
    '# yaml-language-server: $schema=https://raw.githubusercontent.com/orchestrate-action/orchestrate/main/docs/config.schema.json\n',
    `# The configuration of Orchestrate; what each key means: ${reference}\n`,
    'version: 1\n',
    part('project', slug, '# The name of the project in loopctl.'),
    part('backlog', backlog, "# The backlog, in loopctl's import format."),
    part(
      'agents',
      {
        implement: { command: commandOf(agent.implement) },
        review: { command: commandOf(agent.review) },
        ...(variables.length === 0 ? {} : { environment: variables }),
      },
      '# The agents, and the variables they may see.',
    ),
    ...(project.setup === null ? [] : [part('setup', { command: project.setup }, '# Makes a fresh worktree ready.')]),
    ...(project.verify === null
      ? []
      : [part('verify', { command: project.verify }, "# The project's own full check, run after the agent.")]),
    ...(project.protectedPaths.length === 0
      ? []
      : [part('protected-paths', project.protectedPaths, '# Paths that only a maintainer may let an agent change.')]),
    part('merge', { mode: 'auto' }, '# auto, approve (what a person approved) or never: how far it may go by itself.'),
  ].join('');
}

/** Arguments stand in one line, as they would on a terminal. */
function commandOf(command: AgentChoice['implement']): unknown {
  return typeof command === 'string' ? command : new Document().createNode([...command], { flow: true });
}
