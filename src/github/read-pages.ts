import type { GitHub } from './client.ts';
import type { Route } from './routes.ts';

/** Every item of a REST list, page after page for as long as GitHub names a next one. */
export async function readPages<T>(
  github: Pick<GitHub, 'request'>,
  route: Route,
  parameters: Readonly<Record<string, unknown>>,
  parse: (data: unknown) => readonly T[],
): Promise<readonly T[]> {
  const items: T[] = [];
  for (let page = 1; ; page += 1) {
    const answer = await github.request(route, { ...parameters, per_page: 100, page });
    items.push(...parse(answer.data));
    if (!String(answer.headers['link'] ?? '').includes('rel="next"')) return items;
  }
}
