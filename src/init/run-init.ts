import { countFailures, examine } from '../doctor/examine.ts';
import { renderFindings } from '../doctor/render-findings.ts';
import { terminalLine } from '../render/terminal-line.ts';
import { parseInitArguments } from './command-line.ts';
import { drive, type End } from './drive.ts';
import { renderState, renderStep } from './render-step.ts';
import { openSession, type Session, type Surroundings } from './session.ts';
import type { Step } from './step.ts';

/** From nothing to the first run, or back: looks, shows a step, does it, looks again. Tells the exit code. */
export async function runInit(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const asked = parseInitArguments(args);
  const { say } = surroundings;
  const session = await openSession(asked, surroundings);
  say(session.name);
  if (asked.isDry) return await rehearse(session, say);
  const end = await drive(session, asked, say);
  return asked.mode === 'remove' ? concludeRemoval(end, say) : conclude(end, say);
}

/** What would be done, and nothing done. */
async function rehearse({ gather, plan }: Session, say: (line: string) => void): Promise<number> {
  const steps = plan(await gather());
  for (const step of steps) {
    for (const line of step.state.kind === 'todo' ? renderStep(step) : [renderState(step)]) say(line);
  }
  return 0;
}

/** What is left, the doctor's word as soon as there is something to be judged, and the one thing that comes next. */
function conclude({ facts, steps }: End, say: (line: string) => void): number {
  const left = steps.filter(({ state }) => state.kind !== 'done');
  const isThere = left.every(({ key }) => key !== 'files' && key !== 'access');
  const findings = isThere ? examine(facts.doctor) : [];
  for (const line of ['', ...left.map(renderState), ...(isThere ? renderFindings(findings) : []), '']) say(line);
  const [first] = left;
  const failed = findings.find(({ verdict }) => verdict === 'fail');
  const { serverUrl, owner, repo } = facts.place;
  if (first !== undefined) say(`Next: ${terminalLine(nextOf(first))}`);
  else if (failed !== undefined) say(`Next: ${terminalLine(failed.remedy)}`);
  else say(`Next: nothing. It works by itself: ${serverUrl}/${owner}/${repo}/actions`);
  return first === undefined && countFailures(findings) === 0 ? 0 : 1;
}

function concludeRemoval({ steps }: End, say: (line: string) => void): number {
  const left = steps.find(({ state }) => state.kind !== 'done');
  say(left === undefined ? 'Nothing of it is left.' : `Next: ${terminalLine(nextOf(left))}`);
  return left === undefined ? 0 : 1;
}

function nextOf({ state, title }: Step): string {
  switch (state.kind) {
    case 'done':
    case 'todo':
      return `start \`npx . init\` again, which goes on with: ${title}`;
    case 'waiting':
      return `${state.what}; then start \`npx . init\` again`;
    case 'blocked':
      return state.what;
  }
}
