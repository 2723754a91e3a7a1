import { z } from 'zod';

/** A GraphQL connection; a node that is null is one we may not see, and what cannot be seen is refused. */
export function connectionOf<T>(node: z.ZodType<T>): z.ZodType<Connection<T>> {
  return z.object({
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    nodes: z.array(node),
  });
}

export interface Connection<T> {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly T[];
}

/** Every node of a connection whose first page is known, asking for further pages only where there are any. */
export async function readRemaining<T>(
  first: Connection<T>,
  readPage: (after: string) => Promise<Connection<T>>,
): Promise<readonly T[]> {
  const nodes = [...first.nodes];
  let { pageInfo } = first;
  while (pageInfo.hasNextPage && pageInfo.endCursor !== null) {
    const page = await readPage(pageInfo.endCursor);
    nodes.push(...page.nodes);
    pageInfo = page.pageInfo;
  }
  return nodes;
}
