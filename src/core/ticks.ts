import type { Instant } from './instant.ts';

/** What a box on the dashboard can ask for; everything else takes a comment, with its words and its care. */
const tickVerbs = ['retry', 'pause', 'resume', 'approve', 'approve-paths'] as const;

const marker = /^[ \t]*[-*+] \[([ xX])\] <!-- orchestrate:tick ([\w.-]+(?: [\w.-]+){0,20}) -->/;
const mostTicks = 50;

/** The hidden mark by which a box is known as a command. */
export function tickMarker(command: string): string {
  return `<!-- orchestrate:tick ${command} -->`;
}

/** The commands of the boxes that are ticked, each once, from the top; whatever else stands in the body. */
export function findTicked(body: string): readonly string[] {
  const ticked = body.split('\n').flatMap((line) => {
    const [, mark = ' ', command = ''] = marker.exec(line.slice(0, 500)) ?? [];
    const isKnown = tickVerbs.some((verb) => command === verb || command.startsWith(`${verb} `));
    return mark !== ' ' && isKnown ? [command] : [];
  });
  return [...new Set(ticked)].slice(0, mostTicks);
}

/** The dashboard as the pass finds it. */
export interface DashboardFacts {
  readonly number: number;
  /** Closed by a person: they want to have none. */
  readonly isOpen: boolean;
  /** Of title and body as GitHub shows them, to be compared with what we wrote. */
  readonly digest: string;
  /** When it was written last, by whomever. */
  readonly editedAt: Instant;
  /** Boxes that somebody ticked and that nobody can be held to: why, and when. */
  readonly unsure: Extract<TickReading, { kind: 'unsure' }> | null;
}

/** One edit of the dashboard's text, as GitHub tells it. */
export interface EditFacts {
  readonly at: Instant;
  /** As `viewer`; null: their account is gone. */
  readonly editor: string | null;
  /** Not an App, nor GitHub Actions. */
  readonly isPerson: boolean;
}

/** The dashboard as GitHub shows it. */
export interface DashboardEdits {
  readonly createdAt: Instant;
  readonly body: string;
  /** The newest edits, in any order. */
  readonly edits: readonly EditFacts[];
  /** Whether that is all of them. */
  readonly isComplete: boolean;
}

export interface Tick {
  /** The same for as long as the box stands in the same text of ours: a tick is taken once. */
  readonly id: string;
  readonly command: string;
  readonly editor: string;
  readonly at: Instant;
  /** When the text was written in which the box stands: nothing that came later is in it. */
  readonly textAt: Instant;
}

export type TickReading =
  | { readonly kind: 'ticks'; readonly ticks: readonly Tick[] }
  /** Boxes are ticked, and nobody can say by whom. */
  | { readonly kind: 'unsure'; readonly at: Instant; readonly commands: readonly string[]; readonly because: string };

/**
 * Who ticked what since we wrote the dashboard last. GitHub tells who edited a text, not which edit ticked a box; so it
 * is sure only where one person, and nobody else, edited it since.
 */
export function readTicks({ createdAt, body, edits, isComplete }: DashboardEdits, viewer: string): TickReading {
  const commands = findTicked(body);
  if (commands.length === 0) return { kind: 'ticks', ticks: [] };
  const newestFirst = edits.toSorted((one, other) => other.at - one.at);
  const ours = newestFirst.find(({ editor }) => editor === viewer);
  // GitHub tells whole seconds: what was done in the second of our writing may have come after it.
  const since = newestFirst.filter(({ at, editor }) => ours === undefined || (at >= ours.at && editor !== viewer));
  const at = since[0]?.at ?? newestFirst[0]?.at ?? createdAt;
  const unsure = (because: string): TickReading => ({ kind: 'unsure', at, commands, because });
  if (ours === undefined && !isComplete) return unsure('it was edited too often since it was written');
  const [first, ...others] = new Set(since.map(({ editor, isPerson }) => (isPerson ? editor : null)));
  if (first === undefined || first === null) return unsure('GitHub names no person who edited it');
  if (others.length > 0) return unsure('more than one edited it since it was written');
  const written = ours?.at ?? createdAt;
  return {
    kind: 'ticks',
    ticks: commands.map((command) => ({
      id: `tick ${written} ${command}`,
      command,
      editor: first,
      at,
      textAt: written,
    })),
  };
}
