import type { Records } from '../../report/history/history.ts';
import type { AgentSpan, WaitSpan } from '../../report/history/spans.ts';
import type { Move } from '../../report/history/story-state.ts';
import type { ReasonCode } from '../../src/core/reasons.ts';
import { hour, minute, noon } from './ledger.ts';

/** What a project left behind of which nothing has happened yet. */
export function someRecords(change: Partial<Records> = {}): Records {
  return {
    project: 'Tidy print',
    epics: [],
    stories: [],
    moves: [],
    spendings: [],
    agents: [],
    waits: [],
    projectSpans: [],
    ledgerSeen: { from: noon, until: noon },
    ...change,
  };
}

interface ProjectSize {
  readonly stories: number;
  /** So many of them are verified, and the next few under way. */
  readonly verified: number;
  /** So many at the end wait for a person. */
  readonly stuck?: number;
}

const perEpic = 25;
const reasonsInTurn: readonly ReasonCode[] = [
  'blocked',
  'ci_pending',
  'rejections_exhausted',
  'base_red',
  'no_room',
  'declined',
];

/** A project of any size on its way: every fifth story takes a second attempt, every seventh waits for something. */
export function projectRecords({ stories: size, verified, stuck = 0 }: ProjectSize): Records {
  const places = Array.from({ length: size }, (_, place) => place);
  const begun = places.slice(0, Math.min(size, verified + 4));
  const agents = begun.flatMap((place) => agentsOf(place, place < verified));
  const held = places.slice(size - stuck);
  return someRecords({
    epics: Array.from({ length: Math.ceil(size / perEpic) }, (_, epic) => ({
      number: epic + 1,
      title: `What <b>people</b> & machines read, part ${epic + 1}`,
    })),
    stories: places.map((place) => ({
      number: numberOf(place),
      title: `Say how long something took, in words that people use, in case ${place + 1}`,
      epic: Math.floor(place / perEpic) + 1,
      createdAt: noon,
    })),
    moves: begun.flatMap((place) => movesOf(place, place < verified)),
    agents,
    waits: [
      ...begun.filter((place) => place % 7 === 3).map(waitOf),
      ...held.map(
        (place): WaitSpan => ({
          story: numberOf(place),
          code: 'rejections_exhausted',
          from: startOf(place),
          until: null,
        }),
      ),
    ],
    spendings: begun
      .filter((place) => place < verified)
      .map((place) => ({
        at: startOf(place) + 45 * minute,
        story: numberOf(place),
        phase: 'implementing',
        costMillicents: 42_000 + place * 7,
        tokens: 90_000 + place,
      })),
    projectSpans: verified < 8 ? [] : [{ kind: 'base_red', from: startOf(6), until: startOf(8) }],
    ledgerSeen: { from: noon, until: startOf(size) },
  });
}

/** Three at a time, an hour each. */
function startOf(place: number): number {
  return noon + Math.floor(place / 3) * hour + (place % 3) * 7 * minute;
}

function numberOf(place: number): string {
  return `${Math.floor(place / perEpic) + 1}.${(place % perEpic) + 1}`;
}

function agentsOf(place: number, isOver: boolean): readonly AgentSpan[] {
  const story = numberOf(place);
  const from = startOf(place);
  const common = { story, ending: null };
  const first: AgentSpan = {
    ...common,
    assignment: `${place}-1`,
    role: 'implement',
    from,
    until: isOver ? from + 20 * minute : null,
  };
  if (!isOver) return [first];
  const again: AgentSpan = {
    ...common,
    assignment: `${place}-2`,
    role: 'fix',
    from: from + 22 * minute,
    until: from + 31 * minute,
  };
  const review: AgentSpan = {
    story,
    assignment: `${place}-3`,
    role: 'review',
    from: from + 33 * minute,
    until: from + 40 * minute,
    ending: 'passed',
  };
  return place % 5 === 2 ? [first, again, review] : [first, review];
}

function movesOf(place: number, isOver: boolean): readonly Move[] {
  const story = numberOf(place);
  const at = startOf(place);
  if (!isOver) return [{ at, story, agentStatus: 'implementing' }];
  return [
    { at, story, agentStatus: 'implementing' },
    { at: at + 41 * minute, story, agentStatus: 'reported_done' },
    { at: at + 50 * minute, story, verifiedStatus: 'verified' },
  ];
}

function waitOf(place: number): WaitSpan {
  const from = startOf(place) + 20 * minute;
  const code = reasonsInTurn[Math.floor(place / 7) % reasonsInTurn.length] ?? 'no_room';
  return { story: numberOf(place), code, from, until: from + (5 + (place % 11)) * minute };
}
