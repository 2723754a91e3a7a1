import { listScenarios, readScenario } from '../../sandbox/demo/scenario.ts';
import { renderTable } from './markdown-table.ts';

/** The reference of the demonstration's scenarios. */
export function renderScenariosPage(): string {
  const rows = listScenarios().map((name) => [`\`npm start -- --scenario ${name}\``, readScenario(name).shows]);
  return `# Scenarios

Made from \`sandbox/scenarios\` by \`npm run docs\`.

Days that are not like others on a GitHub on your own machine: three stories, half a minute or less on a machine that has
nothing else to do. Each is held to what it must come to: the report says what was expected and whether it came about, and
the command ends with 1 where it did not, or where the auditor found anything against the rules.

${renderTable(['command', 'what happens'], rows)}
`;
}
