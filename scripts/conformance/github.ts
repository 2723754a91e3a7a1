import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tourClient } from '../../__tests__/contract/sandbox-github-client-tour.ts';
import { tourGitHub } from '../../__tests__/contract/sandbox-github-tour.ts';
import openapiText from '../../__tests__/fixtures/github/openapi.json' with { type: 'json' };
import taken from '../../__tests__/fixtures/github/rest-paths.json' with { type: 'json' };
import { createAccount } from '../../sandbox/github/conformance/account.ts';
import { listAnsweredCalls } from '../../sandbox/github/conformance/answered-calls.ts';
import { checkDocument } from '../../sandbox/github/conformance/document-check.ts';
import { type AnsweredExchange, overhearExchanges } from '../../sandbox/github/conformance/exchanges.ts';
import type { OpenApi } from '../../sandbox/github/conformance/openapi.ts';
import { ownDocuments } from '../../sandbox/github/conformance/own-documents.ts';
import { findUnlistedRequests } from '../../sandbox/github/conformance/request-sites.ts';
import { routes } from '../../src/github/routes.ts';
import { playSample } from '../play-sample.ts';
import { type GitHubFindings, isClean, renderFindings } from './report.ts';

const root = join(import.meta.dirname, '../..');
const openapi = openapiText as unknown as OpenApi;

/** Holds the action's calls and documents and the sandbox's answers against GitHub's descriptions; false on any drift. */
export async function checkGitHub(): Promise<boolean> {
  process.stderr.write('Every call of the client and every route of the sandbox, then a whole project is played …\n');
  const sandbox = createAccount({ openapi, taken });
  const action = createAccount({ openapi, taken });
  const problems: string[] = [];
  using _overheard = overhearExchanges((exchange) => {
    sandbox.note(exchange);
    if (isOfTheAction(exchange)) action.note(exchange);
  });
  await attempt(problems, 'the sandbox', () => tourGitHub(openapi));
  await attempt(problems, 'the client', tourClient);
  const listed = [...action.calls().keys()];
  await attempt(problems, 'the project', async () => {
    const { summary, ending } = await playSample(root);
    if (ending !== 'done') throw new Error(`${summary.waiting} stories are not verified in the end`);
  });
  const answered = listAnsweredCalls(openapi);
  const findings: GitHubFindings = {
    ...collectDocuments(),
    described: [...new Set<string>(routes)].filter((route) => route in taken),
    undescribed: routes.filter((route) => !(route in taken)),
    unmade: routes.filter((route) => !listed.includes(route)),
    unlisted: [...action.calls().keys()].filter((call) => !routes.some((route) => route === call)),
    stray: findUnlistedRequests(await readSources()),
    answerable: answered.described.length + answered.invented.length,
    invented: answered.invented,
    unvisited: answered.described.filter((call) => !sandbox.calls().has(call)),
    sandbox,
    action,
    problems,
  };
  process.stdout.write(`${renderFindings(findings).join('\n')}\n`);
  return isClean(findings);
}

/** The client names its library in every request; people, shims and the tour have other names. */
function isOfTheAction({ userAgent }: AnsweredExchange): boolean {
  return userAgent.includes('octokit');
}

async function attempt(problems: string[], name: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    problems.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function collectDocuments(): Pick<GitHubFindings, 'documents' | 'fields' | 'documentProblems'> {
  const checked = Object.entries(ownDocuments).map(([name, text]) => ({ name, ...checkDocument(text) }));
  return {
    documents: checked.length,
    fields: new Set(checked.flatMap(({ fields }) => fields)).size,
    documentProblems: checked.flatMap(({ name, problems }) => problems.map((problem) => `${name}: ${problem}`)),
  };
}

async function readSources(): Promise<readonly { readonly path: string; readonly text: string }[]> {
  const folder = join(root, 'src');
  const paths = (await readdir(folder, { recursive: true })).filter((path) => path.endsWith('.ts'));
  return await Promise.all(
    paths.map(async (path) => ({
      path: path.replaceAll('\\', '/'),
      text: await readFile(join(folder, path), 'utf8'),
    })),
  );
}
