import type { ApiAnswer } from './answering.ts';
import type { ApiRequest } from './api.ts';

interface Page<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly headers: Readonly<Record<string, string>>;
}

function pageOf<Row>(request: ApiRequest, rows: readonly Row[]): Page<Row> {
  const size = Math.min(100, Math.max(1, Number(request.query('per_page') ?? 30) || 30));
  const page = Math.max(1, Number(request.query('page') ?? 1) || 1);
  const last = Math.max(1, Math.ceil(rows.length / size));
  const links = [
    ...(page < last ? [link(request, page + 1, 'next'), link(request, last, 'last')] : []),
    ...(page > 1 ? [link(request, 1, 'first'), link(request, page - 1, 'prev')] : []),
  ];
  return {
    rows: rows.slice((page - 1) * size, page * size),
    total: rows.length,
    headers: links.length === 0 ? {} : { link: links.join(', ') },
  };
}

function link(request: ApiRequest, page: number, rel: string): string {
  const url = new URL(request.url);
  url.searchParams.set('page', String(page));
  return `<${url}>; rel="${rel}"`;
}

/** One page of a list as a bare array. */
export async function listAnswer<Row>(
  request: ApiRequest,
  rows: readonly Row[],
  view: (row: Row) => unknown,
): Promise<ApiAnswer> {
  const page = pageOf(request, rows);
  return { status: 200, body: await Promise.all(page.rows.map(view)), headers: page.headers };
}

/** One page of a list under a name, with the count of all. */
export async function countedAnswer<Row>(
  request: ApiRequest,
  name: string,
  rows: readonly Row[],
  view: (row: Row) => unknown,
): Promise<ApiAnswer> {
  const page = pageOf(request, rows);
  const shown = await Promise.all(page.rows.map(view));
  return { status: 200, body: { total_count: page.total, [name]: shown }, headers: page.headers };
}
