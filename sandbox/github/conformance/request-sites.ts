/** A source file, by its path below `src/`. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/**
 * The only files that may speak HTTP: the one client of GitHub's API with its way of fetching, and what fetches where
 * GitHub redirects it to, without a token; git's own protocol; loopctl's server; and the team's own webhook, which is told
 * of what people should know and asked nothing. And what `init` reads in a person's own name, which is no part of the
 * action.
 */
const speakers = [
  'github/client.ts',
  'github/patient-fetch.ts',
  'github/download.ts',
  'git/smart-http.ts',
  'loopctl/http/exchange.ts',
  'pass/post-webhook.ts',
  'init/ask-github.ts',
];

/** The only files with GraphQL: what the action sends, and the commit that `init` has a person's `gh` make. */
const documents = ['github/documents.ts', 'init/propose-files.ts'];

const speech =
  /\bfetch\(|\bnew Octokit\b|@octokit\/|@actions\/(?:github|http-client)|['"](?:node:)?(?:https?|http2|net|tls|undici)['"]/g;
/** Names of types alone speak to nobody, and a server that listens only answers. */
const silent =
  /import type \{[^}]*\} from '[^']*';|import \{(?:\s*(?:createServer|type \w+),?)+\s*\} from 'node:http';/g;
/** How a call could get past the list of routes and documents though the types stand guard. */
const evasions = /\bas (?:unknown as )?Route\b|\bas (?:any|never)\b|@ts-(?:ignore|expect-error|nocheck)/g;
const otherClientCalls = /\boctokit\.(?!request\b|graphql\b)\w+/g;
const ownDocument = /\b(?:query|mutation)\s*(?:\w+\s*)?[({]\s*[$\w]+\s*[:({]/g;

/** Where the sources make, or could make, a request that is in no list of ours; one line each. */
export function findUnlistedRequests(sources: readonly Source[]): readonly string[] {
  return sources.flatMap((source) => [
    ...(speakers.includes(source.path) ? [] : find(withoutSilent(source), speech, 'speaks HTTP itself')),
    ...(source.path.startsWith('github/') ? find(source, evasions, 'gets past the types') : []),
    ...find(source, otherClientCalls, 'calls by another name'),
    ...(documents.includes(source.path) ? [] : find(source, ownDocument, 'a document that is not in documents.ts')),
  ]);
}

function withoutSilent({ path, text }: Source): Source {
  return { path, text: text.replaceAll(silent, '') };
}

function find({ path, text }: Source, pattern: RegExp, what: string): readonly string[] {
  return [...text.matchAll(pattern)].map(([found]) => `src/${path}: ${what}: ${found}`);
}
