import { isDone } from '../../core/story.ts';
import { keepWithin } from '../keep-within.ts';
import type { PresentFacts } from '../surface.ts';

const limit = 6000;
const width = 20;

/** How far the project and each of its epics are: those under way first, those that are done in one line. */
export function renderProgress({ world: { stories } }: Pick<PresentFacts, 'world'>): readonly string[] {
  if (stories.length === 0) return ['### Progress', '', 'The backlog has no story yet.', ''];
  const epics = [...new Set(stories.map(({ epic }) => epic))]
    .toSorted((left, right) => left - right)
    .map((epic) => {
      const own = stories.filter((story) => story.epic === epic);
      const isBegun = own.some(({ agentStatus, verifiedStatus }) => {
        return agentStatus !== 'pending' || verifiedStatus !== 'unverified';
      });
      return { epic, total: own.length, done: own.filter(isDone).length, isBegun };
    });
  const open = epics.filter(({ done, total }) => done < total);
  const over = epics.length - open.length;
  const ordered = open.toSorted(
    (left, right) => Number(right.isBegun) - Number(left.isBegun) || left.epic - right.epic,
  );
  const rows = ordered.map(({ epic, done, total }) => `| ${epic} | ${renderBar(done, total)} | ${done} of ${total} |`);
  return [
    '### Progress',
    '',
    '| epic | progress | verified |',
    '| --- | --- | --- |',
    `| **all** | ${renderBar(stories.filter(isDone).length, stories.length)} | **${stories.filter(isDone).length} of ${stories.length}** |`,
    ...keepWithin(rows, limit, (left) => `| … | ${left} more epics that are not done | |`),
    ...(over === 0 ? [] : [`| … | ${over} ${over === 1 ? 'epic is' : 'epics are'} done | |`]),
    '',
  ];
}

/** `██████░░░░ 60 %`; full only when all is done, empty only when nothing is. */
export function renderBar(done: number, total: number): string {
  const share = total === 0 ? 0 : done / total;
  const exact = Math.floor(share * width);
  const filled = done > 0 && exact === 0 ? 1 : exact;
  return `\`${'█'.repeat(filled)}${'░'.repeat(width - filled)}\` ${Math.floor(share * 100)} %`;
}
