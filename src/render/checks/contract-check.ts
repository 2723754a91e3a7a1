import type { Contract } from '../../core/contract.ts';
import { isRepair } from '../../core/repair.ts';
import type { StoryFacts } from '../../core/snapshot.ts';
import { keepWithin } from '../keep-within.ts';
import { quote, sanitise, sanitiseLine } from '../sanitise.ts';
import { renderCell } from '../table-cell.ts';
import { type CheckText, plainCheck } from './check-text.ts';

/** What was agreed, against the story as it reads now: its author's own account of it, before it worked. */
export function renderContractCheck(story: StoryFacts, contract: Contract | null): CheckText {
  if (isRepair(story.number)) return renderRepairContract(story);
  if (contract === null) {
    return plainCheck('neutral', 'No restatement is known', 'Its author was no agent of ours, or the ledger was lost.');
  }
  const isCurrent = contract.criteriaHash === story.criteriaHash;
  const { length } = story.criteria;
  return plainCheck(
    isCurrent ? 'success' : 'neutral',
    isCurrent
      ? `Agreed: ${length} of ${length} criteria restated`
      : 'The story has been changed since it was agreed on',
    [
      quote(contract.summary),
      '',
      '| criterion | the story | its author |',
      '|---|---|---|',
      ...keepWithin(
        story.criteria.map((criterion) => renderRow(criterion, contract)),
        40_000,
        (left) => `| | and ${left} more | |`,
      ),
      '',
      ...renderPromises(contract),
      '',
      `Agreed on: \`${contract.criteriaHash}\`${isCurrent ? '' : `; it reads now: \`${story.criteriaHash}\``}.`,
    ].join('\n'),
  );
}

function renderRow({ id, text }: StoryFacts['criteria'][number], { criteria }: Contract): string {
  const restated = criteria.find((criterion) => criterion.id === id)?.restated ?? '';
  return `| ${renderCell(id)} | ${renderCell(text)} | ${renderCell(restated)} |`;
}

function renderPromises({ deliverables }: Contract): readonly string[] {
  if (deliverables.length === 0) return ['No file was promised by name.'];
  const lines = deliverables.map((path) => `- ${sanitiseLine(path)}`);
  return ['Promised files:', ...keepWithin(lines, 10_000, (left) => `- and ${left} more`)];
}

/** The agreement of a repair is a fact: nobody restates it. */
function renderRepairContract({ description, criteria }: StoryFacts): CheckText {
  const jobs = criteria.map(({ id, text }) => `- **${sanitiseLine(id)}** ${sanitiseLine(text)}`);
  const summary = [sanitise(description ?? ''), '', ...keepWithin(jobs, 40_000, (left) => `- and ${left} more`)];
  return plainCheck('success', 'Agreed: what failed on the base succeeds', summary.join('\n'));
}
