import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { apiUrlOf } from '../doctor/command-line.ts';
import { findPlace, readToken } from '../doctor/place.ts';
import { ConfigurationError } from '../errors.ts';
import { createGitHub } from '../github/client.ts';
import type { Environment } from '../inputs/environment.ts';
import type { Hands } from './apply-step.ts';
import { lookWith } from './ask-github.ts';
import type { InitArguments } from './command-line.ts';
import type { InitFacts, OwnApp } from './facts.ts';
import { findOwnApp } from './find-app.ts';
import { gatherInitFacts } from './gather.ts';
import { type Gh, openGh } from './gh.ts';
import { openNotebook } from './notes.ts';
import { openBrowser } from './open-browser.ts';
import { nameOwnRelease, readExamples } from './own-release.ts';
import { planInit } from './plan-init.ts';
import { planRemoval } from './plan-removal.ts';
import type { Step } from './step.ts';
import { openTerminal, type Terminal } from './terminal.ts';

/** Where `init` runs, and who sits there. */
export interface Surroundings {
  readonly directory: string;
  /** This project's own folder. */
  readonly root: string;
  readonly environment: Environment;
  readonly say: (line: string) => void;
  /** Default: the one this process runs in. */
  readonly terminal?: Terminal;
  /** Shows the person a page; default: their browser. */
  readonly open?: (url: string) => Promise<void>;
  /** What acts in the person's name; default: their `gh`. */
  readonly gh?: Gh;
  /** Between two looks at what others do; default: as long as it is told. */
  readonly pause?: (milliseconds: number) => Promise<void>;
}

/** One repository, seen and acted on in one person's name. */
export interface Session {
  readonly name: string;
  readonly terminal: Terminal;
  readonly hands: Hands;
  readonly pause: (milliseconds: number) => Promise<void>;
  gather(): Promise<InitFacts>;
  plan(facts: InitFacts): readonly Step[];
}

/** Finds the repository, the person's token and what was noted of an earlier, interrupted time. */
export async function openSession(asked: InitArguments, surroundings: Surroundings): Promise<Session> {
  const { environment, root, directory, say, pause = sleep } = surroundings;
  const terminal = surroundings.terminal ?? openTerminal();
  const place = await findPlace(asked, directory);
  const { host, owner, repo } = place;
  const apiUrl = environment['GITHUB_API_URL'] ?? apiUrlOf(host);
  const serverUrl = environment['GITHUB_SERVER_URL'] ?? `https://${host}`;
  const token = await readToken(place, environment);
  const github = createGitHub({ token, apiUrl, owner, repo });
  const look = lookWith(apiUrl, token);
  const notebook = openNotebook({ host, owner, repo }, environment);
  const gh =
    surroundings.gh ??
    openGh({ host, owner, repo, environment: { ...environment, GH_TOKEN: token, GH_ENTERPRISE_TOKEN: token } });
  const { wishes, mode } = asked;
  const [examples, action] = await Promise.all([readExamples(root), asked.action ?? nameOwnRelease(root, host)]);
  const standing = { host, serverUrl, apiUrl, owner, repo, examples, action, wishes };
  const givenKey = asked.appKey === null ? null : await readKey(asked.appKey);
  const findApp = async (): Promise<OwnApp | null> => {
    const found = await findOwnApp({
      look,
      apiUrl,
      repository: `${owner}/${repo}`,
      slug: asked.app,
      givenKey,
      notes: await notebook.read(),
      now: Date.now(),
    });
    // Where all is taken out, it is gone as soon as its owner has deleted it.
    if (found === null && asked.app !== null && mode === 'set_up') throw unseenApp(asked.app);
    return found;
  };
  return {
    name: `${owner}/${repo}`,
    terminal,
    pause,
    gather: () => gatherInitFacts(standing, { github, look, findApp }),
    plan: (facts) => (mode === 'remove' ? planRemoval(facts, wishes) : planInit(facts, wishes)),
    hands: {
      gh,
      look,
      notebook,
      open: surroundings.open ?? ((url) => openBrowser(url, environment, say)),
      say,
      agentKey: async (variable) => environment[variable] || (await terminal.askSecret(`  ${variable}: `)),
      appKey: async () => givenKey ?? (await notebook.read())?.privateKey ?? null,
      isInstalled: async () => ['yes', 'everywhere'].includes((await findApp())?.installed ?? 'no'),
      pause,
      patience: Math.max(1, asked.waitMinutes) * 60_000,
      opened: new Set(),
    },
  };
}

function unseenApp(slug: string): ConfigurationError {
  return new ConfigurationError(`There is no App ${slug} that you can see.`, {
    remedy: 'Give the last part of its address, as its owner.',
  });
}

async function readKey(path: string): Promise<string> {
  return await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new ConfigurationError(`${path} cannot be read.`, {
      remedy: 'Name the file that GitHub let you download.',
      cause,
    });
  });
}
