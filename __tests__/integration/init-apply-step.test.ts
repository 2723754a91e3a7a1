import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { applyStep, type Hands } from '../../src/init/apply-step.ts';
import type { InitFacts } from '../../src/init/facts.ts';
import type { Notes } from '../../src/init/notes.ts';

/** Has an App made whose code GitHub trades for one of this owner; what was noted of it. */
async function takeOver(owner: number): Promise<{ readonly noted: readonly Notes[]; readonly failure: string }> {
  const made = { id: 7, slug: 'orchestrate-lib', client_id: 'Iv1', pem: 'PEM', owner: { id: owner } };
  const github = createServer((_, response) => void response.end(JSON.stringify(made))).listen(0, '127.0.0.1');
  await once(github, 'listening');
  const apiUrl = `http://127.0.0.1:${(github.address() as AddressInfo).port}`;
  const place = { host: 'github.com', owner: 'acme', repo: 'lib', serverUrl: 'https://github.com', apiUrl };
  const facts = { place: { ...place, repositoryId: 1, ownerId: 2, ownerKind: 'Organization' } };
  const noted: Notes[] = [];
  const hands: Pick<Hands, 'open' | 'patience' | 'opened'> & { readonly notebook: Pick<Hands['notebook'], 'write'> } = {
    notebook: { write: async (notes) => void noted.push(notes) },
    opened: new Set(),
    patience: 5000,
    // Whoever reads the address that the browser is started with.
    open: async (url) => {
      const { origin, pathname } = new URL(url);
      await fetch(`${origin}/made?code=abc&state=${pathname.slice(1)}`, { redirect: 'manual' });
    },
  };
  try {
    const step = { actions: [{ kind: 'make_app' }] } as unknown as Parameters<typeof applyStep>[0];
    await applyStep(step, facts as InitFacts, hands as Hands);
    return { noted, failure: '' };
  } catch (error) {
    return { noted, failure: String(error) };
  } finally {
    github.close();
  }
}

test('the App that is handed over is taken where it is the owner’s', async () => {
  const { noted, failure } = await takeOver(2);
  expect(failure).toBe('');
  expect(noted).toMatchObject([{ slug: 'orchestrate-lib', privateKey: 'PEM' }]);
});

test('one that is somebody else’s is not taken, whoever knew the nonce', async () => {
  const { noted, failure } = await takeOver(3);
  expect(failure).toContain('is not acme');
  expect(noted).toEqual([]);
});
