import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLoopctl } from '../../src/loopctl/client.ts';
import { openEmbeddedTransport } from '../../src/loopctl/embedded/embedded-transport.ts';
import type { ProjectAccount, StoryAccount } from '../../src/loopctl/move/account.ts';
import { parseAccountFile, renderAccountFile } from '../../src/loopctl/move/account-file.ts';
import { readAccount } from '../../src/loopctl/move/read-account.ts';
import { runMove } from '../../src/loopctl/move/run-move.ts';
import { memoryRefStore } from '../builders/memory-ref-store.ts';

const moment = fc.constantFrom('2026-01-01T00:00:00.000000Z', '2026-02-01T00:00:00.000000Z');
const words = fc.constantFrom('no tests', ' ', 'merged as #7', 'äöü "quoted"', 'a\nb');
const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> => fc.option(value, { freq: 2 });

const anyVerdict = fc.record({
  result: fc.constantFrom('pass' as const, 'fail' as const, 'partial' as const),
  summary: maybe(words),
  findings: fc.constantFrom({}, { list: ['a', 'b'] }),
  reviewType: maybe(fc.constantFrom('code', 'human_merge')),
  at: moment,
  by: maybe(fc.constant('1f0e4bb9-5a3a-5bfa-a1b1-94a5bcf9a7d1')),
});

const anyStory = fc.record({
  title: fc.constantFrom('Story', 'äöü'),
  description: maybe(words),
  criteria: fc.constantFrom(
    [],
    [{ id: 'AC-1', text: 'works' }],
    [
      { id: 'a', text: 'x' },
      { id: 'b', text: '' },
    ],
  ),
  estimatedHours: maybe(fc.constantFrom(0, 1, 2.5)),
  metadata: fc.constantFrom({}, { deliverables: ['a.ts'] }),
  agentStatus: fc.constantFrom('pending', 'contracted', 'assigned', 'implementing', 'reported_done'),
  verifiedStatus: fc.constantFrom('unverified', 'verified', 'rejected'),
  past: fc.record({
    reportedAt: maybe(moment),
    verifiedAt: maybe(moment),
    rejectedAt: maybe(moment),
    rejectionReason: maybe(words),
    backfill: maybe(
      fc.record({
        reason: fc.constantFrom('done before', 'a\nb'),
        evidenceUrl: maybe(fc.constant('https://example.org/3')),
        prNumber: maybe(fc.constant(3)),
      }),
    ),
    verdicts: fc.array(anyVerdict, { maxLength: 3 }),
  }),
}) satisfies fc.Arbitrary<Omit<StoryAccount, 'number'>>;

/** Two epics; what waits for what goes backwards, so that there is no circle. */
const anyAccount: fc.Arbitrary<ProjectAccount> = fc
  .record({ stories: fc.array(anyStory, { minLength: 1, maxLength: 6 }), waits: fc.array(fc.nat(5), { maxLength: 4 }) })
  .map(({ stories, waits }) => {
    const numbered = stories.map((story, index) => ({ ...story, number: `${1 + (index % 2)}.${index + 1}` }));
    const edges = new Map(
      waits.flatMap((from, index) => {
        const [story, other] = [numbered[from], numbered[index]];
        return story === undefined || other === undefined || index >= from
          ? []
          : [[`${from}-${index}`, { story: story.number, dependsOn: other.number }] as const];
      }),
    );
    return {
      project: { name: 'House', slug: 'house' },
      tenant: 'acme',
      epics: [1, 2].map((number) => ({
        number,
        title: `Epic ${number}`,
        description: null,
        phase: number === 1 ? 'p0' : null,
        position: number,
        metadata: {},
        stories: numbered.filter((story) => story.number.startsWith(`${number}.`)),
      })),
      storyDependencies: [...edges.values()],
      epicDependencies: [],
    };
  });

test('whatever stands in an account can be moved, leaves nothing to be moved again, and its past is told on', async () => {
  await fc.assert(
    fc.asyncProperty(anyAccount, async (account) => {
      const author = { name: 'Orchestrate', email: 'orchestrate@example.org' };
      const options = { store: memoryRefStore(), author, now: () => new Date('2026-03-01T00:00:00Z') };
      const loopctl = createLoopctl(await openEmbeddedTransport(options));
      const project = await loopctl.ensureProject({ name: 'House', slug: 'house' });
      expect((await runMove(account, loopctl, project)).open).toEqual([]);
      const after = await readAccount(loopctl, project);
      const told = (of: ProjectAccount): unknown =>
        of.epics.flatMap(({ stories }) =>
          stories.map(({ agentStatus, ...story }) => [story, agentStatus === 'reported_done']),
        );
      const wanted = account.epics.flatMap(({ stories }) =>
        stories.map(({ agentStatus, ...story }) => {
          const { verifiedStatus } = story;
          const isDone =
            verifiedStatus === 'verified'
              ? agentStatus !== 'pending'
              : verifiedStatus !== 'rejected' && agentStatus === 'reported_done';
          return [story, isDone];
        }),
      );
      expect(told(after)).toEqual(wanted);
      expect(new Set(after.storyDependencies.map((edge) => JSON.stringify(edge)))).toEqual(
        new Set(account.storyDependencies.map((edge) => JSON.stringify(edge))),
      );
    }),
    { numRuns: 60 },
  );
});

test('an account is read from its file as it was written', () => {
  fc.assert(
    fc.property(anyAccount, (account) => {
      expect(parseAccountFile(JSON.parse(renderAccountFile(account)))).toEqual({ kind: 'account', account });
    }),
    { numRuns: 60 },
  );
});
