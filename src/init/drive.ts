import { ConfigurationError } from '../errors.ts';
import { applyStep } from './apply-step.ts';
import type { InitArguments } from './command-line.ts';
import type { InitFacts } from './facts.ts';
import { renderState, renderStep } from './render-step.ts';
import type { Session } from './session.ts';
import type { Step } from './step.ts';
import type { Answer, Terminal } from './terminal.ts';

/** How things stand when nothing is left that can be done here and now. */
export interface End {
  readonly facts: InitFacts;
  readonly steps: readonly Step[];
}

const betweenLooks = 10_000;
/** What does not show after so many looks is not where it should be. */
const looksAfter = 5;

/** Looks, shows the first step that is to be done, does it if the person agrees, and looks again. */
export async function drive(session: Session, asked: InitArguments, say: (line: string) => void): Promise<End> {
  const memory: Memory = { declined: new Set(), tried: new Map(), told: new Set() };
  let patience = asked.waitMinutes * 60_000;
  for (;;) {
    const facts = await session.gather();
    const steps = session.plan(facts);
    for (const step of steps) tellDone(step, memory, say);
    const move = chooseMove(steps, memory.declined, patience);
    if (move.kind === 'end') return { facts, steps };
    if (move.kind === 'wait') {
      tellOnce(`${move.step.key}: wait`, renderState(move.step), memory, say);
      await session.pause(betweenLooks);
      patience -= betweenLooks;
    } else if ((await offer(move.step, { facts, asked, say, memory, session })) === 'leave') {
      return { facts, steps };
    }
  }
}

type Move = { readonly kind: 'do' | 'wait'; readonly step: Step } | { readonly kind: 'end' };

function chooseMove(steps: readonly Step[], declined: ReadonlySet<string>, patience: number): Move {
  const next = steps.find(({ key, state }) => state.kind === 'todo' && !declined.has(key));
  if (next !== undefined) return { kind: 'do', step: next };
  const wait = steps.find(({ state }) => state.kind === 'waiting');
  return wait === undefined || patience <= 0 ? { kind: 'end' } : { kind: 'wait', step: wait };
}

interface Offer {
  readonly facts: InitFacts;
  readonly asked: InitArguments;
  readonly say: (line: string) => void;
  readonly memory: Memory;
  readonly session: Session;
}

async function offer(step: Step, { facts, asked, say, memory, session }: Offer): Promise<Answer> {
  const answer = memory.tried.has(step.key) ? 'yes' : await agree(step, asked, say, session.terminal);
  if (answer === 'no') memory.declined.add(step.key);
  if (answer === 'yes') await attempt(step, facts, session, memory);
  return answer;
}

interface Memory {
  readonly declined: Set<string>;
  /** How often each step was done, and looked for since then. */
  readonly tried: Map<string, number>;
  readonly told: Set<string>;
}

function tellDone(step: Step, memory: Memory, say: (line: string) => void): void {
  if (step.state.kind === 'done') tellOnce(step.key, renderState(step), memory, say);
}

function tellOnce(key: string, line: string, { told }: Memory, say: (line: string) => void): void {
  if (told.has(key)) return;
  told.add(key);
  say(line);
}

/** What a person is asked for on a page of GitHub's they agree to there. */
async function agree(
  step: Step,
  { isAgreed }: InitArguments,
  say: (line: string) => void,
  terminal: Terminal,
): Promise<Answer> {
  for (const line of renderStep(step)) say(line);
  const isAskedThere = step.actions.every(({ kind }) => kind === 'install_app');
  return isAgreed || isAskedThere ? 'yes' : await terminal.confirm('  Do it?');
}

/** What was done shows at GitHub now or in a few seconds; it is never done twice. */
async function attempt(step: Step, facts: InitFacts, { hands, pause }: Session, { tried }: Memory): Promise<void> {
  const looks = tried.get(step.key) ?? 0;
  tried.set(step.key, looks + 1);
  if (looks === 0) return await applyStep(step, facts, hands);
  if (looks <= looksAfter) return await pause(betweenLooks);
  throw new ConfigurationError(`${step.title}: it was done, and cannot be seen.`, {
    remedy: 'Start again in a minute; if it stays, do it by hand: the commands are above.',
  });
}
