import type { Usage } from '../core/outcome.ts';

/** What two runs of one assignment used together, under the later one's model. */
export function addUsage(first: Usage | null, second: Usage | null): Usage | null {
  if (first === null || second === null) return second ?? first;
  return {
    inputTokens: first.inputTokens + second.inputTokens,
    outputTokens: first.outputTokens + second.outputTokens,
    costMillicents: first.costMillicents + second.costMillicents,
    model: second.model,
  };
}
