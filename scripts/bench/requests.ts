import type { ActionWorld } from '../../__tests__/acceptance/action-world.ts';
import openapi from '../../__tests__/fixtures/github/openapi.json' with { type: 'json' };
import { type AnsweredExchange, overhearExchanges } from '../../sandbox/github/conformance/exchanges.ts';
import { findPath, type OpenApi } from '../../sandbox/github/conformance/openapi.ts';
import { foundCrowdedWorld, openPullRequests, planWell } from './crowded-world.ts';
import { renderTable } from './text-table.ts';

const backlogs = [100, 10_000];
const crowds = [0, 10, 100];

interface Measured {
  readonly stories: number;
  readonly open: number;
  /** API requests by kind. */
  readonly kinds: ReadonlyMap<string, number>;
  /** Requests of git's own protocol, which GitHub counts in no budget. */
  readonly git: number;
}

/** Measures what a quiet pass of the committed bundle asks of GitHub; false where it is more than it may be. */
export async function benchRequests(): Promise<boolean> {
  const measured: Measured[] = [];
  for (const stories of backlogs) {
    await using world = await foundCrowdedWorld(stories);
    for (const open of crowds) {
      process.stderr.write(`${stories} stories, ${open} open pull requests …\n`);
      await openPullRequests(world, open);
      measured.push({ stories, open, ...(await measureQuietPass(world)) });
    }
  }
  process.stdout.write(`${render(measured).join('\n')}\n`);
  return measured.every((one) => sum(one.kinds) <= mostFor(one.open));
}

/** What is promised: six, and two more per fifty open pull requests, whatever the backlog. */
function mostFor(open: number): number {
  return 6 + 2 * Math.ceil(open / 50);
}

async function measureQuietPass(world: ActionWorld): Promise<Pick<Measured, 'kinds' | 'git'>> {
  // The first after a change still learns; nothing is left to learn for the second.
  await planWell(world);
  const state = world.written().length;
  const before = world.requests().git;
  const kinds = new Map<string, number>();
  using _overheard = overhearExchanges((exchange) => {
    const kind = nameOf(exchange);
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  });
  await planWell(world);
  if (world.written().length !== state) throw new Error('the pass was not quiet: it wrote something');
  return { kinds, git: world.requests().git - before };
}

function nameOf({ transport, method, path }: AnsweredExchange): string {
  if (transport === 'graphql') return 'GraphQL';
  const described = findPath(openapi as unknown as OpenApi, method, path) ?? path;
  return `${method} ${described.replace('/repos/{owner}/{repo}/', '')}`;
}

function render(measured: readonly Measured[]): readonly string[] {
  const kinds = [...new Set(measured.flatMap((one) => [...one.kinds.keys()]))].sort();
  const row = (name: string, cell: (one: Measured) => string | number): (string | number)[] => [
    name,
    ...measured.map(cell),
  ];
  return [
    '',
    'Requests of a quiet pass: nothing moved, rules known',
    '',
    ...renderTable([
      row('stories', ({ stories }) => stories.toLocaleString('en')),
      row('open pull requests', ({ open }) => open),
      ...kinds.map((kind) => row(kind, (one) => one.kinds.get(kind) ?? 0)),
      row('in all', (one) => sum(one.kinds)),
      row('may be', ({ open }) => mostFor(open)),
      row('git (no budget of GitHub’s)', ({ git }) => git),
    ]),
  ];
}

function sum(kinds: ReadonlyMap<string, number>): number {
  return [...kinds.values()].reduce((total, count) => total + count, 0);
}
