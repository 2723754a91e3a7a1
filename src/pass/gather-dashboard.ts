import type { CommentFacts, Heard } from '../core/heard.ts';
import type { DashboardFacts } from '../core/ticks.ts';
import type { SeenDashboard } from '../github/dashboard-record.ts';
import type { ActorReader } from '../github/read-actor.ts';

interface HeardDashboard {
  readonly dashboard: DashboardFacts | null;
  /** What was ticked there, as if it had been written. */
  readonly ticks: readonly CommentFacts[];
}

/** The dashboard as it was seen, and its ticks as commands by whoever ticked them. A closed one says nothing. */
export async function gatherDashboard(
  seen: SeenDashboard | null,
  { handled }: Pick<Heard, 'handled'>,
  readActor: ActorReader,
): Promise<HeardDashboard> {
  if (seen === null) return { dashboard: null, ticks: [] };
  const { ticks: reading, ...facts } = seen;
  if (!seen.isOpen) return { dashboard: { ...facts, unsure: null }, ticks: [] };
  if (reading.kind === 'unsure') return { dashboard: { ...facts, unsure: reading }, ticks: [] };
  const ticks = await Promise.all(
    reading.ticks
      .filter(({ id }) => !Object.hasOwn(handled, id))
      .map(async ({ id, command, editor, at, textAt }): Promise<CommentFacts> => {
        const actor = await readActor(editor);
        const body = `/orchestrate ${command}`;
        const said = { writtenAt: at, aboutUntil: textAt, body };
        return { id, source: 'tick', on: seen.number, branch: null, actor, ...said };
      }),
  );
  return { dashboard: { ...facts, unsure: null }, ticks };
}
