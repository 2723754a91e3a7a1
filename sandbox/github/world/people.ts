import { permissionsOfRole } from '../auth/permissions.ts';
import { type Caller, roleOf } from '../auth/tokens.ts';
import { commitFiles } from '../git/commit-files.ts';
import { zeroSha } from '../git/repository.ts';
import { addComment, editComment, editIssue, react, requireComment, requireIssue } from '../issues/issues.ts';
import { editPull } from '../pulls/edit-pull.ts';
import { mergePull } from '../pulls/merge-pull.ts';
import { openPull } from '../pulls/open-pull.ts';
import { recordRefChanges } from '../pulls/ref-changes.ts';
import { Refusal } from '../pulls/refusal.ts';
import { type ReviewEvent, reviewPull } from '../pulls/review-pull.ts';
import { personalSignature } from '../pulls/signatures.ts';
import { forwardOnly, judgePush } from '../rules/push-verdict.ts';
import type { Site } from '../site.ts';
import type { TriggerOutbox } from '../triggers.ts';
import type { MergeMethod, ReactionContent } from './rows.ts';

export interface PersonalPush {
  readonly branch: string;
  /** Contents by path; null removes the file. */
  readonly files: Readonly<Record<string, string | null>>;
  readonly message: string;
  /** The commit or branch to build on when the branch is new, or to reset it to; default: where it is, else the default branch. */
  readonly onto?: string;
}

/** What people do in scenarios, each by their login, judged by the same rules as everybody. Refusals are thrown. */
export interface People {
  /** Commits files on a branch and pushes it; returns the new tip. */
  pushAs(login: string, push: PersonalPush): Promise<string>;
  openPullAs(
    login: string,
    pull: { readonly head: string; readonly base: string; readonly title: string; readonly body?: string },
  ): Promise<number>;
  commentAs(login: string, number: number, body: string): number;
  editCommentAs(login: string, commentId: number, body: string): void;
  /** Changes the text of an issue or pull request, as by ticking a box in it. */
  editBodyAs(login: string, number: number, change: (body: string) => string): void;
  reactAs(login: string, commentId: number, content: ReactionContent): void;
  reviewAs(login: string, number: number, review: { readonly event: ReviewEvent; readonly body?: string }): number;
  /** Opens a review conversation on a line; returns its number. */
  openThreadAs(
    login: string,
    number: number,
    thread: { readonly path: string; readonly line: number; readonly body: string },
  ): number;
  resolveThreadAs(login: string, threadId: number): void;
  closeAs(login: string, number: number): void;
  reopenAs(login: string, number: number): void;
  labelAs(login: string, number: number, labels: readonly string[]): void;
  /** Merges a pull request; returns the commit. */
  mergeAs(login: string, number: number, method?: MergeMethod): Promise<string>;
}

/** Lets people act on a site. */
export function createPeople(site: Site, outbox: TriggerOutbox): People {
  return {
    pushAs: (login, push) => pushAs(site, outbox, personOf(site, login), push),
    openPullAs: async (login, pull) => {
      const opened = await openPull(site, outbox, personOf(site, login), {
        ...pull,
        body: pull.body ?? null,
        draft: false,
      });
      return opened.number;
    },
    commentAs: (login, number, body) => addComment(site, outbox, personOf(site, login), number, body).id,
    editCommentAs: (login, commentId, body) => {
      editComment(site, outbox, personOf(site, login), commentId, body);
    },
    editBodyAs: (login, number, change) => {
      const body = change(requireIssue(site, number).body ?? '');
      editIssue(site, outbox, personOf(site, login), number, { body });
    },
    reactAs: (login, commentId, content) => {
      react(site, personOf(site, login).login, `comment:${requireComment(site, commentId).id}`, content);
    },
    reviewAs: (login, number, review) =>
      reviewPull(site, personOf(site, login), number, { event: review.event, body: review.body ?? '', commitId: null })
        .id,
    openThreadAs: (login, number, thread) => {
      const author = personOf(site, login).login;
      const row = { ...thread, id: site.store.nextId(), number, author, resolvedBy: null, createdAt: site.now() };
      return site.tables.threads.put(row).id;
    },
    resolveThreadAs: (login, threadId) => {
      const row = site.tables.threads.get(threadId);
      if (row === undefined) throw new Refusal(404, 'Not Found');
      site.tables.threads.put({ ...row, resolvedBy: personOf(site, login).login });
    },
    closeAs: (login, number) => void editPull(site, outbox, personOf(site, login), number, { state: 'closed' }),
    reopenAs: (login, number) => void editPull(site, outbox, personOf(site, login), number, { state: 'open' }),
    labelAs: (login, number, labels) => void editPull(site, outbox, personOf(site, login), number, { labels }),
    mergeAs: (login, number, method = 'merge') =>
      mergePull(site, outbox, personOf(site, login), number, { method, expectedSha: null, title: null, message: null }),
  };
}

function personOf(site: Site, login: string): Caller {
  if (site.tables.users.get(login) === undefined) throw new Refusal(404, `there is no user ${login}`);
  const permissions = permissionsOfRole(roleOf(site, login));
  return { login, kind: 'user', tokenId: 0, permissions, appId: null, jobId: null };
}

async function pushAs(site: Site, outbox: TriggerOutbox, person: Caller, push: PersonalPush): Promise<string> {
  return site.exclusively(async () => {
    const before = site.tip(push.branch);
    const onto = push.onto ?? before ?? site.tip(site.repo().defaultBranch);
    const parent = onto === undefined ? null : (site.tip(onto) ?? onto);
    const signature = personalSignature(site, person.login);
    const after = await commitFiles(site.repository, { parent, files: push.files, message: push.message, signature });
    const change = { ref: `refs/heads/${push.branch}`, before: before ?? zeroSha, after };
    const refusal = judgePush(site, person, [change])[0];
    if (refusal !== undefined) throw new Refusal(422, refusal.lines.join('\n'));
    await refuseForcing(site, person, change);
    if (!(await site.repository.updateRefs([change]))) throw new Refusal(409, `${change.ref} moved`);
    await recordRefChanges(site, outbox, { login: person.login, kind: 'user', viaMerge: null }, [change]);
    return after;
  });
}

async function refuseForcing(
  site: Site,
  person: Caller,
  change: { readonly ref: string; readonly before: string; readonly after: string },
): Promise<void> {
  if (change.before === zeroSha || forwardOnly(site, person, [change]).length === 0) return;
  if (!(await site.plumbing.contains(change.after, change.before)))
    throw new Refusal(422, 'Cannot force-push to this branch');
}
