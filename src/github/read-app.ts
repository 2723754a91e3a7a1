import { z } from 'zod';
import type { AppFacts } from '../core/repository-settings.ts';
import type { GitHub } from './client.ts';
import { parseAnswer } from './parse-answer.ts';

const appSchema = z
  .object({ id: z.number(), slug: z.string(), permissions: z.record(z.string(), z.string()) })
  .nullable();

/** What an App is, and what it asks for; null where there is none that this token may see. */
export async function readApp(github: Pick<GitHub, 'request'>, slug: string): Promise<AppFacts | null> {
  const route = 'GET /apps/{app_slug}';
  const answer = await github.request(route, { app_slug: slug }, [404]);
  return answer.status === 404 ? null : parseAnswer(appSchema, answer.data, route);
}
