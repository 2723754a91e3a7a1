import type { StoryMemory } from '../ledger.ts';
import { nameSome } from '../name-some.ts';
import { act, hold, type Step } from '../step.ts';
import { branchOf, type StoryView } from '../view.ts';

/** Work that stands but touches protected paths: it waits for a person's word about exactly this head, then it is accepted. */
export function stepKept(
  { story, memory }: StoryView,
  { head, protectedPaths }: NonNullable<StoryMemory['kept']>,
): Step {
  if (memory.approvedHead !== head.sha)
    return hold('protected_paths', `${head.sha} changes ${nameSome(protectedPaths)}`);
  return act({
    kind: 'accept',
    story,
    because: `${nameSome(protectedPaths)}: a person allowed it`,
    assignment: head.assignment,
    branch: branchOf(story.number, memory.generation),
    head,
    expected: memory.head?.sha ?? null,
  });
}
