import { jsonAnswer, type WireAnswer } from './wire-answer.ts';

const version = '1.0.0';

/** What anybody is answered, without a key: that we are here, and what we are; null for every other path. */
export function answerOpenly(method: string, path: string): WireAnswer | null {
  if (method !== 'GET') return null;
  switch (path) {
    case '/health':
      return jsonAnswer(200, { checks: { database: 'ok', oban: 'ok' }, status: 'ok', version });
    case '/api/v1':
    case '/api/v1/':
      return jsonAnswer(200, {
        docs: '/api/v1/openapi',
        health: '/health',
        name: 'loopctl',
        swagger_ui: '/swaggerui',
        version,
      });
    default:
      return null;
  }
}
