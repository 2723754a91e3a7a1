import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tellHistory } from '../../report/history/history.ts';
import { runReport } from '../../report/run-report.ts';
import { readRecords } from '../../report/sources/read-records.ts';
import { decide } from '../../src/core/decide.ts';
import { recordLook, writePassRecord } from '../../src/core/record/pass-record.ts';
import type { StoryFacts } from '../../src/core/snapshot.ts';
import { aFlight, aLedger, aMemory, hour, noon } from '../builders/ledger.ts';
import { aPolicy } from '../builders/policy.ts';
import { aSnapshot } from '../builders/snapshot.ts';
import { aStory, ourStory } from '../builders/story.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'report-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

/** A pass that saw these stories, with an agent in flight for story 1.1 unless it is told otherwise. */
async function leaveRecord(name: string, now: number, stories: readonly StoryFacts[], isFlying = true): Promise<void> {
  const ledger = aLedger({ '1.1': aMemory() }, { flights: isFlying ? { '99-3': aFlight({ since: now }) } : {} });
  const world = aSnapshot(stories);
  const look = recordLook({ world, ledger, now }, decide(world, ledger, aPolicy(), now));
  await mkdir(join(folder, 'house', name), { recursive: true });
  await writeFile(join(folder, 'house', name, 'pass.json'), writePassRecord({ policy: aPolicy(), entries: [look] }));
}

async function leaveTwo(): Promise<void> {
  const done = aStory({ agentStatus: 'reported_done', verifiedStatus: 'verified' });
  await leaveRecord('b', noon + hour, [done, aStory({ number: '1.2' })], false);
  await leaveRecord('a', noon, [ourStory()]);
}

describe('the report of recorded passes', () => {
  it('tells what each pass saw, whatever their files are called', async () => {
    await leaveTwo();
    const { project, stories } = tellHistory(await readRecords(join(folder, 'house')));
    expect(project).toBe('house');
    expect(stories).toMatchObject([
      {
        number: '1.1',
        steps: [
          { at: noon, state: 'waiting' },
          { at: noon, state: 'under_way' },
          { at: noon + hour, state: 'verified' },
        ],
        agents: [{ assignment: '99-3', from: noon, until: noon + hour }],
      },
      { number: '1.2', state: 'waiting', steps: [{ at: noon + hour }] },
    ]);
  });

  it('is one file, where it was asked for', async () => {
    await leaveTwo();
    const out = join(folder, 'new/report.html');
    expect(await runReport(['--records', join(folder, 'house'), '--out', out])).toEqual({ code: 0, says: out });
    expect(await readFile(out, 'utf8')).toContain('<dd>1 of 2</dd>');
  });

  it.each([
    ['without a source', [], 'Name one source'],
    ['with two sources', ['--ledger', '.', '--records', '.'], 'Name one source'],
    ['with an option that there is not', ['--leger', '.'], "Unknown option '--leger'"],
    ['with a folder that holds no record', ['--records', 'docs'], 'There is no pass.json below docs.'],
    ['with a repository that is not there', ['--ledger', '/no/such'], 'of /no/such cannot be read'],
  ])('is refused %s', async (_, args, says) => {
    expect(await runReport([...args, '--out', join(folder, 'report.html')])).toEqual({
      code: 1,
      says: expect.stringContaining(says),
    });
    await expect(readFile(join(folder, 'report.html'))).rejects.toThrow('ENOENT');
  });
});
