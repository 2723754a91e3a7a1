import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cardVariable, writeAgentCard } from '../../src/agents/agent-card.ts';
import type { Assignment } from '../../src/core/assignment.ts';
import { emptyDb } from '../../src/loopctl/embedded/engine/empty-db.ts';
import { momentOf } from '../../src/loopctl/embedded/engine/timestamp.ts';
import { openMemoryStore } from '../../src/loopctl/serve/memory-store.ts';
import { readKeys } from '../../src/loopctl/serve/read-keys.ts';
import { serveLoopctl } from '../../src/loopctl/serve/serve.ts';
import { withAgentsOf } from '../../src/loopctl/serve/served-key.ts';
import { renderTable } from './text-table.ts';

const program = join(import.meta.dirname, '../../bin/loopctl.mjs');
const rounds = 15;
const allowedMs = 150;

const sha = 'a'.repeat(40);
const assignment: Assignment = {
  version: 1,
  id: 'a-1',
  run: 1,
  attempt: 1,
  notAfter: 0,
  base: { branch: 'main', sha },
  startSha: sha,
  branch: 'orchestrate/1.1',
  story: {
    number: '1.1',
    epic: 1,
    title: 'A story',
    description: null,
    criteria: [{ id: 'AC-1', text: 'it is there' }],
    deliverables: [],
  },
  criteriaHash: '',
  role: 'implement',
  feedback: [],
};

type Environment = Readonly<Record<string, string>>;

/** What the `loopctl` command takes of its own, over what Node takes to start: the least of some runs of the bundle. */
export async function benchCommand(): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-command-'));
  const now = (): Date => new Date();
  const { keys } = readKeys({}, null);
  const store = openMemoryStore(withAgentsOf(keys, emptyDb(momentOf(now()))), now);
  await using server = await serveLoopctl({ store, keys, now, rateLimit: 100_000 });
  try {
    const card = join(folder, 'assignment.json');
    await writeAgentCard(card, { assignment, skills: [] });
    const own = { PATH: process.env['PATH'] ?? '', HOME: folder };
    const key = keys[0]?.key ?? '';
    const bare = await measure(['-e', '0'], own);
    const rows: readonly (readonly [string, number])[] = [
      ['--help', await measure([program, '--help'], own)],
      ["status, in an agent's job", await measure([program, 'status'], { ...own, [cardVariable]: card })],
      [
        'next, of a server',
        await measure([program, 'next'], { ...own, LOOPCTL_SERVER: server.url, LOOPCTL_API_KEY: key }),
      ],
    ];
    const table = rows.map(([what, ms]) => [what, ms.toFixed(0), (ms - bare).toFixed(0)]);
    process.stdout.write(
      `${renderTable([['loopctl', 'ms', 'of its own'], ['(bare node)', bare.toFixed(0), ''], ...table]).join('\n')}\n`,
    );
    return rows.every(([, ms]) => ms - bare <= allowedMs);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(args: readonly string[], env: Environment): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const startedAt = performance.now();
    const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
    const [code] = await once(child, 'close');
    if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}`);
    times.push(performance.now() - startedAt);
  }
  // Whatever else the machine has to do only adds to it.
  return Math.min(...times);
}
