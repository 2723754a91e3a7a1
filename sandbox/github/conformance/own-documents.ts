import * as documents from '../../../src/github/documents.ts';

const sha = 'a'.repeat(40);

/** Every GraphQL document that the action can send, by the name of what makes it; the types miss none. */
export const ownDocuments = {
  openPullRequestsDocument: documents.openPullRequestsDocument,
  composeOpenDocument: documents.composeOpenDocument(['rulesets', 'refUpdateRule']),
  composeTrackedDocument: documents.composeTrackedDocument([7, 12]),
  composeBranchesDocument: documents.composeBranchesDocument(['orchestrate/1.1', 'odd"name']),
  moreContextsDocument: documents.moreContextsDocument,
  moreReviewsDocument: documents.moreReviewsDocument,
  moreReviewThreadsDocument: documents.moreReviewThreadsDocument,
  mergeStateDocument: documents.mergeStateDocument,
  composeCommitChecksDocument: documents.composeCommitChecksDocument([sha]),
  revertDocument: documents.revertDocument,
  enqueueDocument: documents.enqueueDocument,
  pinDocument: documents.pinDocument,
  composeQueueDocument: documents.composeQueueDocument([7, 12]),
  viewerDocument: documents.viewerDocument,
  overviewDocument: documents.overviewDocument,
  fileDocument: documents.fileDocument,
  reportersDocument: documents.reportersDocument,
  commentsDocument: documents.commentsDocument,
} as const satisfies Readonly<Record<keyof typeof documents, string>>;
