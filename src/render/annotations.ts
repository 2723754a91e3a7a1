import { describeHold, type Hold, type ReasonCode, reasons } from '../core/reasons.ts';
import type { Waiting } from '../core/waiting-for-people.ts';
import { remedyFor } from './hold-text.ts';
import { plainLine } from './sanitise.ts';

/** What the page of a run shows above everything else. */
export interface Annotation {
  readonly title: string;
  readonly message: string;
}

/** GitHub shows so many of one kind for a step. */
const mostAnnotations = 10;
const mostNamed = 10;

/** What a human must act on and was not told of on the page of an earlier run: one line for each reason. */
export function renderAnnotations(waiting: readonly Waiting[], line: Hold | null): readonly Annotation[] {
  const codes = [...new Set(waiting.map(({ hold }) => hold.code))];
  const ofLine = line === null ? [] : [{ title: 'The whole line waits', message: plainLine(describeHold(line), 1000) }];
  const ofStories = codes.map((code) => {
    const stories = waiting.filter(({ hold }) => hold.code === code);
    const [only] = stories;
    return stories.length === 1 && only !== undefined ? ofOne(only) : ofMany(code, stories);
  });
  return [...ofLine, ...ofStories].slice(0, mostAnnotations);
}

function ofOne({ story, hold }: Waiting): Annotation {
  return { title: `${story} waits for a person`, message: `${sayHold(hold)} ${remedyFor(hold.code, story)}` };
}

function ofMany(code: ReasonCode, stories: readonly Waiting[]): Annotation {
  const { title, remedy } = reasons[code];
  const named = stories.slice(0, mostNamed).map(({ story }) => story);
  const more = stories.length - named.length;
  const who = `${named.join(', ')}${more === 0 ? '' : ` and ${more} more`}`;
  return {
    title: `${stories.length} stories wait for a person`,
    message: plainLine(`${who}: ${title}. ${remedy}`, 1000),
  };
}

function sayHold({ code, detail }: Hold): string {
  const { title } = reasons[code];
  return detail === '' ? `${title}.` : `${title}: ${plainLine(detail, 500)}.`;
}
