import type { BacklogPayload } from '../core/backlog.ts';

type Epic = BacklogPayload['epics'][number];

/** Below the server's limits of a request: 500 epics, 5,000 stories, 2,000,000 bytes. */
const limits = { epics: 400, stories: 4000, bytes: 1_400_000, dependencies: 10_000 } as const;

/** What a request holds so far; nothing is measured twice, so that ten thousand stories cost as many looks. */
interface Request {
  readonly epics: Epic[];
  stories: number;
  bytes: number;
}

/**
 * A backlog in as many imports as the server's limits ask for, dependencies last. An epic too large for one comes in
 * parts, which merging puts together again; its place among all is told where an import of parts would number it anew.
 */
export function splitPayload(payload: BacklogPayload): readonly BacklogPayload[] {
  const epics = packEpics(payload.epics.map((epic, index) => ({ position: index, ...epic })));
  const { story_dependencies: ofStories, epic_dependencies: ofEpics } = payload;
  if (epics.length < 2 && ofStories.length + ofEpics.length <= limits.dependencies) {
    return [payload];
  }
  const rest = { epics: [], story_dependencies: [], epic_dependencies: [] };
  return [
    ...epics.map((part) => ({ ...rest, epics: part })),
    ...chunks(ofStories).map((chunk) => ({ ...rest, story_dependencies: chunk })),
    ...chunks(ofEpics).map((chunk) => ({ ...rest, epic_dependencies: chunk })),
  ];
}

function packEpics(epics: readonly Epic[]): readonly (readonly Epic[])[] {
  const requests: Request[] = [];
  for (const epic of epics) {
    const head = sizeOf({ ...epic, stories: [] });
    let request = roomFor(requests, { epics: 1, stories: 0, bytes: head });
    let stories = begin(request, epic, head);
    for (const story of epic.stories) {
      const bytes = sizeOf(story);
      if (!hasRoom(request, { epics: 0, stories: 1, bytes })) {
        request = open(requests);
        stories = begin(request, epic, head);
      }
      stories.push(story);
      request.stories += 1;
      request.bytes += bytes;
    }
  }
  return requests.map((request) => request.epics);
}

interface Load {
  readonly epics: number;
  readonly stories: number;
  readonly bytes: number;
}

function roomFor(requests: Request[], load: Load): Request {
  const last = requests.at(-1);
  return last !== undefined && hasRoom(last, load) ? last : open(requests);
}

function hasRoom({ epics, stories, bytes }: Request, load: Load): boolean {
  return (
    epics.length + load.epics <= limits.epics &&
    stories + load.stories <= limits.stories &&
    bytes + load.bytes <= limits.bytes
  );
}

function open(requests: Request[]): Request {
  const request: Request = { epics: [], stories: 0, bytes: 0 };
  requests.push(request);
  return request;
}

/** Puts the epic into the request; the stories of this part of it are added to the list that comes back. */
function begin(request: Request, epic: Epic, bytes: number): Epic['stories'][number][] {
  const stories: Epic['stories'][number][] = [];
  request.epics.push({ ...epic, stories });
  request.bytes += bytes;
  return stories;
}

/** In UTF-8, with the comma. */
function sizeOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value)) + 1;
}

function chunks<Row>(rows: readonly Row[]): readonly (readonly Row[])[] {
  const size = limits.dependencies;
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, index) =>
    rows.slice(index * size, (index + 1) * size),
  );
}
