import { endSentence } from '../core/end-sentence.ts';
import type { Instant } from '../core/instant.ts';
import { type Hold, reasons } from '../core/reasons.ts';
import type { StoryNumber } from '../core/story.ts';
import { tellMoment } from '../core/utc.ts';
import { sanitiseLine } from './sanitise.ts';

/** A hold where it stays on GitHub: what, what was seen, since when, and what to do about exactly this story. */
export function renderHold({ code, detail }: Hold, story: StoryNumber, since: Instant | null): readonly string[] {
  const { title } = reasons[code];
  const seen = detail === '' ? '' : `: ${sanitiseLine(detail, 500)}`;
  const from = since === null ? '' : ` Since ${tellMoment(since)}.`;
  return [`${endSentence(`**${capitalise(title)}**${seen}`)}${from}`, '', `What to do: ${remedyFor(code, story)}`];
}

/** What to do about a reason, with the number of the story where a command asks for one. */
export function remedyFor(code: Hold['code'], story: StoryNumber): string {
  return reasons[code].remedy.replaceAll(/\bSTORY\b/g, sanitiseLine(story));
}

/** The first letter as a sentence begins with it. */
export function capitalise(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
