import { z } from 'zod';
import { ask } from './ask.ts';
import type { Identity } from './port.ts';
import type { LoopctlRequest, Transport } from './transport.ts';

const pageSize = 100;
/** The largest page of stories that the server gives. */
const limit = 500;

const pageMeta = z.object({ total_pages: z.number() });
const offsetMeta = z.object({ total_count: z.number() });

type Reading = Omit<LoopctlRequest, 'method' | 'body'>;

/** Every row of a list that is read by page and page_size. */
export async function askPages<Row extends z.ZodType>(
  transport: Transport,
  identity: Identity,
  reading: Reading,
  row: Row,
): Promise<readonly z.infer<Row>[]> {
  const rows: z.infer<Row>[] = [];
  for (let page = 1, pages = 1; page <= pages; page += 1) {
    const query = { ...reading.query, page: String(page), page_size: String(pageSize) };
    const schema = z.object({ data: z.array(row), meta: pageMeta });
    const answer = await ask(transport, identity, { ...reading, method: 'GET', query }, schema);
    rows.push(...answer.data);
    pages = answer.meta.total_pages;
  }
  return rows;
}

/** Every row of a list that is read by limit and offset. */
export async function askAll<Row extends z.ZodType>(
  transport: Transport,
  identity: Identity,
  reading: Reading,
  row: Row,
): Promise<readonly z.infer<Row>[]> {
  const rows: z.infer<Row>[] = [];
  for (let total = 1; rows.length < total; ) {
    const query = { ...reading.query, limit: String(limit), offset: String(rows.length) };
    const schema = z.object({ data: z.array(row), meta: offsetMeta });
    const answer = await ask(transport, identity, { ...reading, method: 'GET', query }, schema);
    rows.push(...answer.data);
    total = answer.data.length === 0 ? 0 : answer.meta.total_count;
  }
  return rows;
}
