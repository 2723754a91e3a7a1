import { type Ledger, recall } from '../core/ledger.ts';
import type { Snapshot, StoryFacts } from '../core/snapshot.ts';
import type { Loopctl } from '../loopctl/port.ts';

/** Who made the newest handshake of the contracted stories whose agreement is not remembered, by loopctl's history. */
export async function gatherContracted(
  stories: readonly StoryFacts[],
  ledger: Ledger,
  loopctl: Pick<Loopctl, 'history'>,
): Promise<Snapshot['contractedBy']> {
  const forgotten = stories.filter(
    ({ number, agentStatus }) => agentStatus === 'contracted' && recall(ledger, number).agreement === null,
  );
  const found = forgotten.map(async ({ id, number }) => {
    const entries = await loopctl.history(id);
    const handshake = entries.findLast(({ newState }) => newState['agent_status'] === 'contracted');
    const agent = handshake?.newState['agent_id'];
    return [number, typeof agent === 'string' ? agent : null] as const;
  });
  return new Map(await Promise.all(found));
}
