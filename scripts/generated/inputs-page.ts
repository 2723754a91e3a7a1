import { inputDefinition, inputNames, outputs, renamedInputs } from '../../src/inputs/registry.ts';
import { renderTable } from './markdown-table.ts';

/** The reference of inputs and outputs. */
export function renderInputsPage(): string {
  const inputRows = inputNames.map((name) => {
    const { description, phases, required, default: fallback } = inputDefinition(name);
    const standard = fallback === null ? '' : `\`${fallback}\``;
    return [`\`${name}\``, phases.join(', '), required ? 'required' : standard, description];
  });
  const outputRows = Object.entries(outputs).map(([name, { description, phases }]) => [
    `\`${name}\``,
    phases.join(', '),
    description,
  ]);
  return `# Inputs and outputs

Made from \`src/inputs/registry.ts\` by \`npm run docs\`.

The example workflows give every input that a phase needs. An input that no phase knows, one given to a phase that does
not take it, and one under an old name are refused, all of them at once.

## Inputs

${renderTable(['input', 'phases', 'default', 'what it is'], inputRows)}

## Outputs

${renderTable(['output', 'phases', 'what it is'], outputRows)}

## Renamed inputs

${renderTable(
  ['before', 'now'],
  Object.entries(renamedInputs).map(([before, now]) => [`\`${before}\``, `\`${now}\``]),
)}
`;
}
