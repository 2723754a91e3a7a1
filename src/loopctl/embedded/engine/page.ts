export interface Page<Row> {
  readonly data: readonly Row[];
  readonly meta: PageMeta;
}

interface PageMeta {
  readonly page: number;
  readonly page_size: number;
  readonly total_count: number;
  readonly total_pages: number;
}

/** One page of a list by `page` and `page_size`; values that are no numbers count as not given. */
export function page<Row>(
  rows: readonly Row[],
  query: Readonly<Record<string, string | undefined>>,
  sizes: { readonly usual: number; readonly most: number },
): Page<Row> {
  const size = Math.min(count(query['page_size'], sizes.usual), sizes.most);
  const number = count(query['page'], 1);
  return {
    data: rows.slice((number - 1) * size, number * size),
    meta: { page: number, page_size: size, total_count: rows.length, total_pages: Math.ceil(rows.length / size) },
  };
}

/** A whole number of at least `least` from a query, or the usual one. */
export function count(text: string | undefined, usual: number, least = 1): number {
  return text !== undefined && /^\d{1,9}$/.test(text) && Number(text) >= least ? Number(text) : usual;
}
