import type { Project } from '../project/project.ts';

/**
 * A backlog for a project that has none: one small, true story, which shows the loop at work and is easily undone.
 */
export function renderFirstBacklog({ verify, setup }: Project): string {
  const command = [setup, verify].filter((part) => part !== null).join(' && ');
  const told =
    command === ''
      ? 'Under it stands how the project is set up and checked'
      : `Under it stands how the project is set up and checked: ${command}`;
  const backlog = {
    epics: [
      {
        number: 1,
        title: 'Getting started',
        stories: [
          {
            number: '1.1',
            title: 'Say in the README how the project is checked',
            acceptance_criteria: [
              { id: 'AC-1.1.1', description: 'README.md has a section "Development"' },
              { id: 'AC-1.1.2', description: told },
            ],
          },
        ],
      },
    ],
    story_dependencies: [],
    epic_dependencies: [],
  };
  return `${JSON.stringify(backlog, null, 2)}\n`;
}
