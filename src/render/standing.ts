import type { Plan } from '../core/decision.ts';
import { endSentence } from '../core/end-sentence.ts';
import { type Hold, reasons } from '../core/reasons.ts';
import type { Snapshot } from '../core/snapshot.ts';
import { isDone } from '../core/story.ts';
import { sanitiseLine } from './sanitise.ts';

export interface StandingFacts {
  readonly world: Pick<Snapshot, 'stories' | 'base'>;
  readonly plan: Pick<Plan, 'holds' | 'line' | 'notes' | 'ledger'>;
}

/** How the project stands, in one line. */
export function renderStanding({ world: { stories, base }, plan: { ledger, holds, line } }: StandingFacts): string {
  const flying = Object.keys(ledger.flights).length;
  const people = [...holds.values()].filter(({ code }) => reasons[code].who === 'person').length;
  const health = line === null ? ', proven' : '';
  return [
    `**${stories.filter(isDone).length} of ${stories.length} stories verified**`,
    `${flying} ${flying === 1 ? 'agent' : 'agents'} at work`,
    `${people} waiting for a person`,
    `${sanitiseLine(base.branch)} at \`${base.sha.slice(0, 7)}\`${health}`,
  ].join(' · ');
}

/** What the whole line waits for, if it waits. */
export function renderLine({ line }: Pick<Plan, 'line'>): readonly string[] {
  return line === null ? [] : renderNote(line, 'The whole line waits: ');
}

/** What people should know that holds up no story by itself. */
export function renderNotes({ notes }: Pick<Plan, 'notes'>): readonly string[] {
  return notes.flatMap((note) => renderNote(note, ''));
}

function renderNote({ code, detail }: Hold, before: string): readonly string[] {
  const { title, remedy } = reasons[code];
  const seen = detail === '' ? '' : `: ${sanitiseLine(detail, 500)}`;
  return [`> ${endSentence(`**${before}${title}**${seen}`)} ${remedy}`, ''];
}
