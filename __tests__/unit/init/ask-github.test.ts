import { expect, test } from 'vitest';
import { z } from 'zod';
import { RemoteError } from '../../../src/errors.ts';
import { type Look, readFound } from '../../../src/init/ask-github.ts';

const schema = z.object({ value: z.string() });

function answering(status: number, data: unknown): Look {
  return async () => ({ status, data, header: () => null });
}

test('tells what is there, and that nothing is', async () => {
  expect(await readFound(answering(200, { value: 'off' }), 'x', schema)).toEqual({ value: 'off' });
  expect(await readFound(answering(404, { message: 'Not Found' }), 'x', schema)).toBeNull();
  expect(await readFound(answering(403, { message: 'Upgrade' }), 'x', schema, [403, 404])).toBeNull();
});

// What cannot be seen is not gone: `--remove` would say that nothing is left.
test.each([
  ['a refusal', 403, { message: 'Forbidden' }, false],
  ['too much asked', 429, { message: 'Slow down' }, true],
  ['an error of the server', 502, null, true],
  ['another shape', 200, { values: [] }, false],
])('takes %s neither for nothing nor for something', async (_, status, data, retryable) => {
  const asked = readFound(answering(status, data), 'repos/a/b/x', schema);
  await expect(asked).rejects.toThrow(RemoteError);
  await expect(asked).rejects.toMatchObject({ request: 'GET repos/a/b/x', status, retryable });
});
