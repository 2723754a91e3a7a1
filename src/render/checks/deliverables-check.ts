import type { Contract } from '../../core/contract.ts';
import type { AcceptedHead } from '../../core/ledger.ts';
import type { StoryFacts } from '../../core/snapshot.ts';
import { keepWithin } from '../keep-within.ts';
import { sanitiseLine } from '../sanitise.ts';
import { type CheckText, plainCheck } from './check-text.ts';

/** Which of the promised files are in the final tree of a head. */
export function renderDeliverablesCheck(
  story: Pick<StoryFacts, 'deliverables'>,
  { missingDeliverables: missing }: Pick<AcceptedHead, 'missingDeliverables'>,
  contract: Contract | null,
): CheckText {
  const promised = [...new Set([...(contract?.deliverables ?? story.deliverables), ...missing])];
  if (promised.length === 0) {
    return plainCheck('success', 'No file was promised', 'Neither the story nor its author named a file.');
  }
  const isMissing = new Set(missing);
  const rows = [...missing, ...promised.filter((path) => !isMissing.has(path))].map(
    (path) => `- ${isMissing.has(path) ? '✗ missing:' : '✓'} ${sanitiseLine(path)}`,
  );
  const summary = [
    'Looked for in the final tree, without running anything.',
    '',
    ...keepWithin(rows, 40_000, (left) => `- and ${left} more`),
  ].join('\n');
  return missing.length > 0
    ? plainCheck('failure', `${missing.length} of ${promised.length} promised files are missing`, summary)
    : plainCheck('success', `All ${promised.length} promised files are there`, summary);
}
