import type { Context } from 'hono';
import type { Services } from '../rest/api.ts';
export async function serveGraphql(context: Context, services: Services): Promise<Response> {
  return context.json({ services: Object.keys(services).length });
}
