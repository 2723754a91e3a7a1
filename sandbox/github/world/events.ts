import type { Conclusion, RunStatus, TokenPermissions } from '../../actions-host.ts';
import type { CheckConclusion, StatusState } from './check-rows.ts';
import type { MergeMethod, ReviewState, TokenKind } from './rows.ts';

/** Something that happened in the sandbox's GitHub, told without an opinion. */
export type Happening =
  | {
      readonly kind: 'push';
      readonly ref: string;
      /** All zeros when the ref is new. */
      readonly before: string;
      /** All zeros when the ref was deleted. */
      readonly after: string;
      readonly by: string;
      readonly tokenKind: TokenKind | 'unknown';
      /** The pull request whose merge moved the ref. */
      readonly viaMerge: number | null;
    }
  | {
      readonly kind: 'pull_request';
      readonly number: number;
      readonly action:
        | 'opened'
        | 'synchronize'
        | 'closed'
        | 'reopened'
        | 'edited'
        | 'ready_for_review'
        | 'draft'
        | 'labels';
      readonly head: string;
      readonly headRef: string;
      readonly base: string;
      readonly merged: boolean;
      readonly by: string;
    }
  | {
      readonly kind: 'merge';
      readonly number: number;
      readonly method: MergeMethod;
      readonly headSha: string;
      /** The head SHA the request named; null when it named none. */
      readonly expectedSha: string | null;
      readonly sha: string;
      readonly base: string;
      readonly baseBefore: string;
      readonly by: string;
      readonly tokenKind: TokenKind | 'unknown';
    }
  | {
      readonly kind: 'merge_refused';
      readonly number: number;
      readonly headSha: string;
      readonly expectedSha: string | null;
      readonly status: number;
      readonly message: string;
      readonly by: string;
    }
  | {
      readonly kind: 'check';
      readonly id: number;
      readonly name: string;
      readonly app: string;
      readonly sha: string;
      readonly status: RunStatus;
      readonly conclusion: CheckConclusion | null;
      readonly runId: number | null;
      readonly jobId: number | null;
    }
  | {
      readonly kind: 'status';
      readonly sha: string;
      readonly context: string;
      readonly state: StatusState;
      readonly by: string;
    }
  | {
      readonly kind: 'review';
      readonly number: number;
      readonly state: ReviewState;
      readonly commitId: string;
      readonly by: string;
    }
  | {
      readonly kind: 'comment';
      readonly number: number;
      readonly id: number;
      readonly edited: boolean;
      readonly by: string;
      readonly body: string;
    }
  | {
      readonly kind: 'issue';
      readonly number: number;
      readonly action: 'opened' | 'edited' | 'closed' | 'reopened';
      readonly by: string;
    }
  | {
      readonly kind: 'run';
      readonly id: number;
      readonly attempt: number;
      readonly workflow: string;
      readonly path: string;
      readonly event: string;
      readonly headSha: string;
      readonly headBranch: string;
      readonly status: RunStatus;
      readonly conclusion: Conclusion | null;
    }
  | {
      readonly kind: 'job';
      readonly id: number;
      readonly runId: number;
      readonly name: string;
      readonly status: RunStatus;
      readonly conclusion: Conclusion | null;
    }
  | {
      readonly kind: 'dispatch';
      readonly path: string;
      readonly ref: string;
      readonly inputs: Readonly<Record<string, string>>;
      readonly by: string;
      readonly tokenKind: TokenKind;
    }
  | {
      /** Somebody let a run start that waited for that. */
      readonly kind: 'approval';
      readonly runId: number;
      readonly workflow: string;
      readonly headBranch: string;
      readonly by: string;
    }
  | {
      /** A request that went wrong, as the conditions have it. */
      readonly kind: 'fault';
      readonly method: string;
      readonly path: string;
      readonly status: number;
      readonly isCarriedOut: boolean;
    }
  | { readonly kind: 'repository_dispatch'; readonly eventType: string; readonly by: string }
  | { readonly kind: 'artifact'; readonly id: number; readonly runId: number; readonly name: string }
  | {
      readonly kind: 'token';
      readonly id: number;
      readonly tokenKind: TokenKind;
      readonly permissions: TokenPermissions;
      readonly jobId: number | null;
      readonly revoked: boolean;
    };

/** A request answered; told to subscribers, never kept: tokens keep the counts. */
export interface RequestHappening {
  readonly kind: 'request';
  readonly transport: 'rest' | 'graphql' | 'git';
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly tokenId: number | null;
  readonly tokenKind: TokenKind | null;
  readonly jobId: number | null;
  readonly bytes: number;
}

interface Stamp {
  /** One more than the event before it; 0 for requests, which are not kept. */
  readonly seq: number;
  readonly at: string;
}

export type KeptEvent = Happening & Stamp;
export type WorldEvent = KeptEvent | (RequestHappening & Stamp);
