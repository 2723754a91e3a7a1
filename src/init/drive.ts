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

/** Looks, does what is to be done, step by step, as far as the person agrees, and looks again. */
export async function drive(session: Session, asked: InitArguments, say: (line: string) => void): Promise<End> {
  const memory: Memory = { declined: new Set(), looks: new Map(), told: new Set() };
  let patience = asked.waitMinutes * 60_000;
  for (;;) {
    const facts = await session.gather();
    const steps = session.plan(facts);
    for (const step of steps) tellDone(step, memory, say);
    const move = chooseMove(steps, memory, patience);
    if (move.kind === 'end') return { facts, steps };
    if (move.kind === 'do') {
      const end = await offerAll(move.steps, { facts, asked, say, memory, session });
      if (end === 'leave') return { facts, steps };
    } else {
      tellWhy(move, memory, say);
      await session.pause(betweenLooks);
      patience -= betweenLooks;
    }
  }
}

type Move = { readonly kind: 'do'; readonly steps: readonly Step[] } | Pause | { readonly kind: 'end' };

/** What was done is looked for; what comes by itself is waited for. */
interface Pause {
  readonly kind: 'look' | 'wait';
  readonly step: Step;
}

function tellWhy({ kind, step }: Pause, memory: Memory, say: (line: string) => void): void {
  if (kind === 'look') noteLook(step, memory);
  else tellOnce(`${step.key}: wait`, renderState(step), memory, say);
}

function chooseMove(steps: readonly Step[], { declined, looks }: Memory, patience: number): Move {
  const open = steps.filter(({ key, state }) => state.kind === 'todo' && !declined.has(key));
  const fresh = open.filter(({ key }) => !looks.has(key));
  if (fresh.length > 0) return { kind: 'do', steps: fresh };
  const [unseen] = open;
  if (unseen !== undefined) return { kind: 'look', step: unseen };
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

/** None of them needs what another one does: that one would be blocked. */
async function offerAll(
  steps: readonly Step[],
  { facts, asked, say, memory, session }: Offer,
): Promise<'leave' | 'go_on'> {
  for (const step of steps) {
    const answer = await agree(step, asked, say, session.terminal);
    if (answer === 'leave') return 'leave';
    if (answer === 'no') memory.declined.add(step.key);
    else {
      memory.looks.set(step.key, 0);
      await applyStep(step, facts, session.hands);
    }
  }
  return 'go_on';
}

/** What was done shows at GitHub now or in a few seconds; it is never done twice. */
function noteLook({ key, title }: Step, { looks }: Memory): void {
  const before = looks.get(key) ?? 0;
  looks.set(key, before + 1);
  if (before < looksAfter) return;
  throw new ConfigurationError(`${title}: it was done, and cannot be seen.`, {
    remedy: 'Start again in a minute; if it stays, do it by hand: the commands are above.',
  });
}

interface Memory {
  readonly declined: Set<string>;
  /** What was done, and how often it was looked for since then. */
  readonly looks: Map<string, number>;
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
