import { basename } from 'node:path';
import type { SandboxGitHub } from '../github/start.ts';
import { nextSecond } from '../next-second.ts';
import type { Deed } from './errands.ts';
import { ciPath, owner } from './found-world.ts';
import { workflowPath } from './house-rules.ts';

/** What a person can do on GitHub: push a commit, and everything else as the browser does it, by the API. */
export interface Hands {
  perform(deed: Deed): Promise<void>;
  /** Starts the loop's workflow, with a command or without. */
  start(command?: string): Promise<void>;
}

const repository = `/repos/${owner}/tidy-print`;
const backlogPath = 'backlog.json';

/**
 * The hands of the repository's owner, with a token of her own. What she merged she also brings to loopctl, where that
 * does not read the repository's backlog by itself.
 */
export function createHands(github: SandboxGitHub, bring: (backlog: string) => Promise<void> = async () => {}): Hands {
  const token = github.world.createUser(owner, 'admin');

  async function ask(method: string, path: string, body?: unknown): Promise<Response> {
    const response = await fetch(`${github.apiUrl}${repository}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response;
  }

  async function dispatch(path: string, inputs: Readonly<Record<string, string>>): Promise<void> {
    await ask('POST', `/actions/workflows/${basename(path)}/dispatches`, { ref: 'main', inputs });
  }

  async function start(command?: string): Promise<void> {
    await dispatch(workflowPath, command === undefined ? {} : { command });
  }

  async function approveRuns(head: string): Promise<void> {
    const parked = await ask('GET', `/actions/runs?head_sha=${head}&status=action_required`);
    const { workflow_runs } = (await parked.json()) as { readonly workflow_runs: readonly { readonly id: number }[] };
    for (const { id } of workflow_runs) await ask('POST', `/actions/runs/${id}/approve`);
  }

  async function readBacklog(): Promise<string> {
    return await github.world.git(['show', `main:${backlogPath}`]);
  }

  async function answer({ branch, question, answer: text }: Extract<Deed, { kind: 'answer' }>): Promise<void> {
    const backlog = await readBacklog();
    const message = 'Answer a question in the backlog';
    const files = { [backlogPath]: backlog.replace(JSON.stringify(question), JSON.stringify(text)) };
    await github.world.pushAs(owner, { branch, message, files, onto: 'main' });
    await ask('POST', '/pulls', { title: message, head: branch, base: 'main' });
  }

  return {
    start,
    perform: async (deed) => {
      switch (deed.kind) {
        case 'command':
          // Said in the second in which work came, it would be about what was there before.
          await nextSecond();
          return await start(deed.command);
        case 'start_ci':
          return await dispatch(ciPath, {});
        case 'approve_runs':
          return await approveRuns(deed.head);
        case 'merge':
          await ask('PUT', `/pulls/${deed.pull}/merge`, {});
          return await bring(await readBacklog());
        case 'close':
          await ask('PATCH', `/pulls/${deed.pull}`, { state: 'closed' });
          return;
        case 'answer':
          return await answer(deed);
      }
    },
  };
}
