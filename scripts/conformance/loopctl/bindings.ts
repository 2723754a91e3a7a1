/** An id, or a moment as rows hold it, with its colons as they stand or encoded in a query. */
const bindable =
  /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{4}-\d{2}-\d{2}[T ]\d{2}(?::|%3A)\d{2}(?::|%3A)\d{2}\.\d{6}Z/g;

/** What the recording's ids and times are in our world: learnt at first sight, held to from then on. */
export interface Bindings {
  readonly ours: Map<string, string>;
  readonly theirs: Map<string, string>;
}

export function newBindings(): Bindings {
  return { ours: new Map(), theirs: new Map() };
}

/** The recorded text with every known id and time replaced by ours. */
export function translate(text: string, bindings: Bindings): string {
  return text.replaceAll(bindable, (found) => inFormOf(found, bindings.ours.get(normal(found)) ?? normal(found)));
}

/** Whether the texts are the same but for ids and times, and those are bound to each other, or can be from now on. */
export function bindText(expected: string, actual: string, bindings: Bindings): boolean {
  const [theirs, ours] = [expected.match(bindable) ?? [], actual.match(bindable) ?? []];
  if (theirs.length !== ours.length || expected.replaceAll(bindable, '·') !== actual.replaceAll(bindable, '·')) {
    return false;
  }
  return theirs.every((text, index) => bind(text, ours[index] ?? '', bindings));
}

function bind(theirText: string, ourText: string, bindings: Bindings): boolean {
  const [theirs, ours] = [normal(theirText), normal(ourText)];
  const known = bindings.ours.get(theirs);
  const isId = !theirs.includes(':');
  if (known === undefined && (!isId || !bindings.theirs.has(ours))) {
    bindings.ours.set(theirs, ours);
    bindings.theirs.set(ours, theirs);
    return (theirText[10] === ' ') === (ourText[10] === ' ');
  }
  return known === ours;
}

function normal(text: string): string {
  return text.replace(' ', 'T').replaceAll('%3A', ':');
}

function inFormOf(found: string, text: string): string {
  const spaced = found[10] === ' ' ? text.replace('T', ' ') : text;
  return found.includes('%3A') ? spaced.replaceAll(':', '%3A') : spaced;
}
