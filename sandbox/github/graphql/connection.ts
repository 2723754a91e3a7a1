import { type Arguments, graphqlError, type Node } from './context.ts';

const mostAtOnce = 100;

/** A page of rows as GitHub's connections show it; only the rows of the page are turned into nodes. */
export function connection<Row>(
  name: string,
  rows: readonly Row[],
  args: Arguments,
  view: (row: Row) => unknown,
): Node {
  const [start, end] = sliceOf(name, rows.length, args);
  const page = rows.slice(start, end).map(view);
  return {
    totalCount: rows.length,
    nodes: page,
    edges: page.map((node, index) => ({ node, cursor: cursorOf(start + index) })),
    pageInfo: {
      hasNextPage: end < rows.length,
      hasPreviousPage: start > 0,
      startCursor: page.length === 0 ? null : cursorOf(start),
      endCursor: page.length === 0 ? null : cursorOf(end - 1),
    },
  };
}

function sliceOf(name: string, length: number, args: Arguments): readonly [number, number] {
  const first = sizeOf(name, args['first']);
  const last = sizeOf(name, args['last']);
  if (first === null && last === null) {
    throw graphqlError(
      'UNPROCESSABLE',
      `You must provide a \`first\` or \`last\` value to properly paginate the \`${name}\` connection.`,
    );
  }
  const from = typeof args['after'] === 'string' ? positionOf(args['after']) + 1 : 0;
  const to = typeof args['before'] === 'string' ? positionOf(args['before']) : length;
  const end = first === null ? to : Math.min(to, from + first);
  const start = last === null ? from : Math.max(from, end - last);
  return [Math.min(start, length), Math.min(end, length)];
}

function sizeOf(name: string, value: unknown): number | null {
  if (typeof value !== 'number') return null;
  if (value >= 0 && value <= mostAtOnce) return value;
  throw graphqlError(
    'UNPROCESSABLE',
    `Requesting ${value} records on the \`${name}\` connection exceeds the limit of ${mostAtOnce} records.`,
  );
}

function cursorOf(position: number): string {
  return Buffer.from(`cursor:v2:${position}`).toString('base64');
}

function positionOf(cursor: string): number {
  return Number(Buffer.from(cursor, 'base64').toString().split(':')[2] ?? -1);
}
