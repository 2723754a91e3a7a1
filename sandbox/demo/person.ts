import type { Board } from './board.ts';
import type { Deed, Errand } from './errands.ts';
import type { Hands } from './hands.ts';

/** Somebody who looks at the board now and then and does what there is to do. */
export interface Person {
  look(board: Board): Promise<void>;
  /** How long until it does again what was of no effect yet; 0 when nothing of that kind waits. */
  waitMs(): number;
}

/** What was of no effect is done again after so long: a run may have been lost. */
const patienceMs = 20_000;

/** Lets a person go about these errands; a refusal by GitHub is told to the board, and tried again later. */
export function createPerson(errands: readonly Errand[], hands: Hands, now: () => number): Person {
  const done = new Map<string, number>();
  let waiting: readonly string[] = [];

  async function perform(board: Board, deed: Deed): Promise<void> {
    done.set(nameOf(deed), now());
    try {
      await hands.perform(deed);
    } catch (error) {
      const text = `What a person did was refused: ${error instanceof Error ? error.message : String(error)}`;
      board.hear({ kind: 'error', text }, { job: 0, run: 0 });
    }
  }

  return {
    look: async (board) => {
      const deeds = errands.flatMap((errand) => errand(board) ?? []);
      waiting = deeds.map(nameOf);
      for (const deed of deeds) {
        if (now() - (done.get(nameOf(deed)) ?? Number.NEGATIVE_INFINITY) >= patienceMs) await perform(board, deed);
      }
    },
    waitMs: () => {
      const left = waiting.map((name) => Math.max(0, (done.get(name) ?? 0) + patienceMs - now()));
      return left.length === 0 ? 0 : Math.min(...left);
    },
  };
}

function nameOf(deed: Deed): string {
  return JSON.stringify(deed);
}
