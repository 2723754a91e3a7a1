import { stringify } from 'yaml';
import { inputDefinition, inputNames, outputs } from '../../src/inputs/registry.ts';

/** action.yml: what GitHub reads about the action. */
export function renderActionYaml(): string {
  const action = {
    name: 'Orchestrate',
    description: 'Drives an AI development project whose backlog lives in loopctl: one iteration per workflow run.',
    author: 'The Orchestrate contributors',
    branding: { icon: 'repeat', color: 'purple' },
    inputs: Object.fromEntries(inputNames.map((name) => [name, renderInput(name)])),
    outputs: Object.fromEntries(Object.entries(outputs).map(([name, { description }]) => [name, { description }])),
    runs: { using: 'node24', main: 'dist/index.js' },
  };
  return `# Made from src/inputs/registry.ts by \`npm run docs\`: change it there.\n${stringify(action, { lineWidth: 0 })}`;
}

function renderInput(name: (typeof inputNames)[number]): Readonly<Record<string, unknown>> {
  const { description, required, phases, default: fallback } = inputDefinition(name);
  // GitHub knows no phases: it can only be told of what every phase needs.
  const isAlwaysRequired = required && phases.length === inputDefinition('phase').phases.length;
  return {
    description: `${description} (${phases.join(', ')})`,
    required: isAlwaysRequired,
    ...(fallback === null ? {} : { default: fallback }),
  };
}
