import type { Snapshot } from '../snapshot.ts';

/** How each fact of a snapshot is kept; what a record lacks of it was not yet, or is no more, looked at. */
const kept = {
  stories: 'array',
  ready: 'set',
  blockers: 'map',
  drift: 'map',
  contractedBy: 'map',
  rejections: 'map',
  identities: 'object',
  maxConcurrentAgents: 'any',
  spending: 'array',
  base: 'object',
  rules: 'object',
  viewer: 'any',
  clock: 'any',
  pullRequests: 'array',
  others: 'array',
  heads: 'map',
  merging: 'map',
  mergeChecks: 'map',
  missingMerges: 'set',
  reverts: 'map',
  runs: 'map',
  queuedRuns: 'any',
  strays: 'array',
  legs: 'map',
  outcome: 'any',
  heard: 'object',
  dashboard: 'any',
  hasReport: 'any',
  schedule: 'any',
  rulesetCache: 'object',
  budgets: 'array',
  pass: 'object',
} as const satisfies Readonly<Record<keyof Snapshot, 'array' | 'set' | 'map' | 'object' | 'any'>>;

/** What is not as today's code looks at it, to be said after "the snapshot"; null where nothing is. */
export function findLack(world: unknown): string | null {
  if (typeof world !== 'object' || world === null) return 'is missing';
  const facts = new Map(Object.entries(world));
  for (const [name, shape] of Object.entries(kept)) {
    if (!facts.has(name)) return `lacks \`${name}\``;
    if (!hasShape(facts.get(name), shape)) return `has \`${name}\` in another shape`;
  }
  return null;
}

function hasShape(value: unknown, shape: (typeof kept)[keyof typeof kept]): boolean {
  switch (shape) {
    case 'array':
      return Array.isArray(value);
    case 'set':
      return value instanceof Set;
    case 'map':
      return value instanceof Map;
    case 'object':
      return typeof value === 'object' && value !== null;
    case 'any':
      return true;
  }
}
