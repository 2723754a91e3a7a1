/** What each node points at; nodes that point at nothing need not be there. */
export type Edges = ReadonlyMap<string, readonly string[]>;

interface Step {
  readonly node: string;
  next: number;
}

/**
 * Yields a way back to itself for every edge that closes one, first node repeated at the end; without those edges the
 * graph would have no circle. Depth first without recursion: a backlog may be one long chain.
 */
export function* cyclesOf(edges: Edges): Generator<readonly string[], void> {
  const done = new Set<string>();
  for (const start of edges.keys()) {
    yield* cyclesFrom(edges, start, done);
  }
}

function* cyclesFrom(edges: Edges, start: string, done: Set<string>): Generator<readonly string[], void> {
  const path: Step[] = done.has(start) ? [] : [{ node: start, next: 0 }];
  const onPath = new Set([start]);
  for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
    const target = edges.get(step.node)?.[step.next];
    step.next += 1;
    if (target === undefined) {
      done.add(step.node);
      onPath.delete(step.node);
      path.pop();
    } else if (onPath.has(target)) {
      const nodes = path.map(({ node }) => node);
      yield [...nodes.slice(nodes.indexOf(target)), target];
    } else if (!done.has(target)) {
      onPath.add(target);
      path.push({ node: target, next: 0 });
    }
  }
}

/** Groups pairs by what they start from. */
export function edgesOf(pairs: Iterable<readonly [string, string]>): Edges {
  const edges = new Map<string, string[]>();
  for (const [from, to] of pairs) {
    const known = edges.get(from);
    if (known === undefined) {
      edges.set(from, [to]);
    } else {
      known.push(to);
    }
  }
  return edges;
}
