import { setTimeout as sleep } from 'node:timers/promises';
import { createGitHub, type GitHub } from '../github/client.ts';
import type { Environment } from '../inputs/environment.ts';
import { keysIn, readServer } from '../inputs/read-server.ts';
import { keyVariables, type LoopctlServer } from '../loopctl/http/server.ts';
import { apiUrlOf, parseDoctorArguments } from './command-line.ts';
import { countFailures, examine } from './examine.ts';
import type { DoctorFacts } from './facts.ts';
import type { Finding } from './finding.ts';
import { gatherDoctorFacts } from './gather.ts';
import { findPlace, readToken } from './place.ts';
import { rehearseFromHere } from './rehearsal/from-here.ts';
import { findUnready } from './rehearsal/readiness.ts';
import { renderFindings } from './render-findings.ts';

export interface Surroundings {
  readonly directory: string;
  readonly environment: Environment;
  readonly say: (line: string) => void;
  /** Between two looks at a rehearsal; default: as long as it is told. */
  readonly pause?: (milliseconds: number) => Promise<void>;
}

/** The doctor on a maintainer's machine, with their own token; tells how much is not as it should be. */
export async function runDoctor(
  args: readonly string[],
  { directory, environment, say, pause = sleep }: Surroundings,
): Promise<number> {
  const asked = parseDoctorArguments(args);
  const place = await findPlace(asked, directory);
  const { host, owner, repo } = place;
  const apiUrl = environment['GITHUB_API_URL'] ?? apiUrlOf(host);
  const github = createGitHub({ token: await readToken(place, environment), apiUrl, owner, repo });
  const { app, config, workflow, stateBranch } = asked;
  const server = serverFrom(environment);
  const look = (): Promise<DoctorFacts> =>
    gatherDoctorFacts(github, { where: 'laptop', config, workflow, stateBranch, server, app, now: Date.now() });
  say(`${owner}/${repo}`);
  const rehearsed = asked.rehearse ? await rehearse(github, await look(), { say, pause }) : [];
  const findings = [...examine(await look()), ...rehearsed];
  for (const line of ['', ...renderFindings(findings)]) say(line);
  return countFailures(findings);
}

/** The rehearsal comes first: what it leaves behind is evidence for the checks. */
async function rehearse(
  github: GitHub,
  facts: DoctorFacts,
  { say, pause }: Required<Pick<Surroundings, 'say' | 'pause'>>,
): Promise<readonly Finding[]> {
  const unready = findUnready(facts);
  if (unready !== null) return [unready];
  const { workflowFile: workflow, repository, asker } = facts;
  const { login } = asker;
  return await rehearseFromHere({
    github,
    workflow,
    branch: repository.defaultBranch,
    login,
    say,
    pause,
    now: Date.now,
  });
}

/** The server by the variables of loopctl's own tools, where all of them are set. */
function serverFrom(environment: Environment): LoopctlServer | null {
  const isWhole = keysIn(environment).length === Object.keys(keyVariables).length;
  return isWhole ? readServer(environment['LOOPCTL_SERVER'] ?? '', environment) : null;
}
