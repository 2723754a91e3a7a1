import { matchesGlob } from '../glob.ts';
import type { MergeMode, Policy } from '../policy.ts';
import { isRepair } from '../repair.ts';
import type { StoryView } from '../view.ts';

export interface FoundMode {
  readonly mode: MergeMode;
  /** The key of the configuration that says so. */
  readonly because: string;
}

/**
 * How far a pull request may go by itself. Each changed file has a mode: the strictest that names its story's epic or
 * matches its path, else the repository's; the strictest of all its files is the pull request's. Of files that are not
 * known every glob is taken to match one.
 */
export function findMergeMode({ story, memory }: StoryView, { mode, exceptions }: Policy['merge']): FoundMode {
  const usual: FoundMode = { mode, because: '`merge.mode`' };
  const ofEpic = exceptions
    .filter(({ epics }) => epics.includes(story.epic) && !isRepair(story.number))
    .map((exception) => ({ mode: exception.mode, because: `\`merge.${exception.mode}.epics\`` }));
  const findByPath = (matches: (glob: string) => boolean): readonly FoundMode[] =>
    exceptions
      .filter(({ paths }) => paths.some(matches))
      .map((exception) => ({ mode: exception.mode, because: `\`merge.${exception.mode}.paths\`` }));
  const orUsual = (named: readonly FoundMode[]): FoundMode => strictest(named) ?? usual;
  const files = memory.head?.changedPaths ?? null;
  const found =
    files === null
      ? [orUsual(ofEpic), ...findByPath(() => true)]
      : files.map((path) => orUsual([...ofEpic, ...findByPath((glob) => matchesGlob(path, glob))]));
  return orUsual(found);
}

const strictness: Readonly<Record<MergeMode, number>> = { auto: 0, approve: 1, never: 2 };

function strictest(modes: readonly FoundMode[]): FoundMode | null {
  return modes.toSorted((left, right) => strictness[right.mode] - strictness[left.mode])[0] ?? null;
}

/** So many paths of a head are remembered at most; of one that changes more they count as not known. */
const mostPaths = 200;

/** What is remembered of the paths that a head changes. */
export function rememberPaths(changedPaths: readonly string[]): string[] | null {
  return changedPaths.length > mostPaths ? null : [...changedPaths];
}
