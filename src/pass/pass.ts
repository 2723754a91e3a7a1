import type { JobSettings } from '../agents/assignment-file.ts';
import type { Instant } from '../core/instant.ts';
import type { Policy } from '../core/policy.ts';
import type { RecordEntry } from '../core/record/pass-record.ts';
import type { PassFacts } from '../core/snapshot.ts';
import type { Repository } from '../git/repository.ts';
import type { GitHub } from '../github/client.ts';
import type { Loopctl, Project } from '../loopctl/port.ts';

/** Everything a trusted job works with: opened once, read by gather, written to by apply. */
export interface OpenedPass {
  readonly facts: PassFacts;
  readonly policy: Policy;
  readonly settings: PassSettings;
  readonly github: GitHub;
  /** GitHub as the job's own token speaks to it, for approvals alone; null where the job was given none. */
  readonly approver: GitHub | null;
  readonly loopctl: Loopctl;
  /** The tips of branches, to read files and diffs of. */
  readonly trees: Repository;
  /** With history, for judging work and pushing it; made when it is first needed. */
  readonly history: Repository;
  readonly now: () => Instant;
  readonly log: (line: string) => void;
  /** Notes what was seen, decided and done, for whoever wants to replay it. */
  readonly record: (entry: RecordEntry) => void;
  /** Where the repository and this run are to be looked at. */
  readonly repositoryUrl: string;
  readonly runUrl: string;
}

/** The same with its project, found anew whenever the store was read anew. */
export interface Pass extends OpenedPass {
  readonly project: Project;
}

export interface PassSettings {
  /** loopctl's name of the project. */
  readonly slug: string;
  readonly base: string;
  readonly defaultBranch: string;
  /** File name of the Orchestrate workflow, to start its successor. */
  readonly workflow: string;
  readonly jobs: JobSettings;
  readonly protectedPaths: readonly string[];
  /** The team's webhook, and how it wants to be spoken to; null: there is none. */
  readonly notify: { readonly url: string | null; readonly format: 'json' | 'slack' };
  /** Where plan writes assignments; a settle has no such folder. */
  readonly assignments: string | null;
}
