import { type Difference, listedDifferences, outOfScope } from '../conformance/loopctl/exceptions.ts';
import { renderTable } from './markdown-table.ts';

/** The reference of what the embedded store does otherwise than a loopctl server, and of what it does not do at all. */
export function renderLoopctlDifferencesPage(): string {
  return `# The embedded store beside a loopctl server

Made from \`scripts/conformance/loopctl/exceptions.ts\` by \`npm run docs\`.

The embedded store answers the requests that were recorded of a real server as the server did: the same statuses, bodies and refusals, in their order. \`npm run conformance -- loopctl\` makes them all again and names what is on this page wherever it shows; whatever else differs is a failure there.

## What differs

${renderTable(['a server', 'the embedded store', 'why', 'shows in'], listedDifferences.map(rowOf))}

## What is not asked of it

${renderTable(
  ['what', 'why'],
  outOfScope.map(({ what, reason }) => [what, reason]),
)}
`;
}

function rowOf({ server, here, reason, shows }: Difference): readonly string[] {
  const exchanges = Object.keys(shows).length;
  return [server, here, reason, exchanges === 0 ? 'nothing recorded' : `${exchanges} of the recorded exchanges`];
}
