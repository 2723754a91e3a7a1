import type { DispensableField } from './dispensable-fields.ts';

const contexts = `
  pageInfo { hasNextPage endCursor }
  nodes {
    __typename
    ... on CheckRun {
      databaseId name status conclusion startedAt detailsUrl url title summary
      checkSuite {
        app { databaseId slug }
        workflowRun { databaseId event workflow { databaseId resourcePath } }
      }
    }
    ... on StatusContext { context state targetUrl description }
  }
`;

const suites =
  'nodes { status conclusion app { databaseId slug } workflowRun { databaseId event workflow { name resourcePath } } }';

const reviewThreads = 'pageInfo { hasNextPage endCursor } nodes { isResolved }';

const reviews = `
  pageInfo { hasNextPage endCursor }
  nodes { state submittedAt authorCanPushToRepository author { __typename login } commit { oid } }
`;

const text = 'fragment Text on Blob { text isTruncated }';

const fragments = `
  fragment Rollup on StatusCheckRollup { id contexts(first: 100) { ${contexts} } }
  fragment PullRequest on PullRequest {
    id number url state isDraft isCrossRepository headRefName headRefOid baseRefName
    mergeStateStatus reviewDecision viewerCanMergeAsAdmin
    author { login }
    comments(first: 1) { totalCount }
    mergedBy { login }
    mergeCommit { oid }
    latestOpinionatedReviews(first: 100) { ${reviews} }
    reviewThreads(first: 100) { ${reviewThreads} }
    statusCheckRollup { ...Rollup }
    headRef { target { oid ... on Commit { checkSuites(first: 50) { ${suites} } } } }
  }
`;

/** A page of the pull requests open against the base; the first page also brings the base itself and the rules' state. */
export const openPullRequestsDocument = composeOpenDocument([]);

/** The same without the fields that the server does not know. */
export function composeOpenDocument(unknown: readonly DispensableField[]): string {
  const where = (field: DispensableField, text: string): string => (unknown.includes(field) ? '' : text);
  return `
  query (
    $owner: String!, $repo: String!, $base: String!, $baseRef: String!, $after: String, $first: Boolean!
    $workflow: String!, $report: String!, $dashboard: Int!, $hasDashboard: Boolean!
  ) {
    viewer @include(if: $first) { login }
    repository(owner: $owner, name: $repo) {
      databaseId @include(if: $first)
      mergeCommitAllowed @include(if: $first)
      squashMergeAllowed @include(if: $first)
      rebaseMergeAllowed @include(if: $first)
      defaultBranchRef @include(if: $first) { name }
      ${where('rulesets', 'rulesets(first: 100, includeParents: true) @include(if: $first) { nodes { databaseId updatedAt } }')}
      ref(qualifiedName: $baseRef) @include(if: $first) {
        ${where(
          'refUpdateRule',
          `refUpdateRule {
            requiredApprovingReviewCount requiredStatusCheckContexts requiresConversationResolution requiresLinearHistory
            ${where('requiresCodeOwnerReviews', 'requiresCodeOwnerReviews')}
          }`,
        )}
        target {
          oid
          ... on Commit {
            statusCheckRollup { ...Rollup }
            checkSuites(first: 100) { ${suites} }
          }
        }
      }
      workflow: object(expression: $workflow) @include(if: $first) { ...Text }
      report: object(expression: $report) @include(if: $first) { oid }
      issue(number: $dashboard) @include(if: $hasDashboard) {
        number state title body createdAt
        userContentEdits(first: 20) { pageInfo { hasNextPage } nodes { editedAt editor { __typename login } } }
      }
      pullRequests(
        states: OPEN, baseRefName: $base, first: 50, after: $after, orderBy: { field: CREATED_AT, direction: ASC }
      ) {
        pageInfo { hasNextPage endCursor }
        nodes { ...PullRequest }
      }
    }
  }
  ${text}
  ${fragments}
`;
}

/** The pull requests of these numbers, whatever became of them, each under the alias `n<number>`. */
export function composeTrackedDocument(numbers: readonly number[]): string {
  const aliases = numbers.map((number) => `n${number}: pullRequest(number: ${number}) { ...PullRequest }`);
  return `
    query ($owner: String!, $repo: String!) {
      repository(owner: $owner, name: $repo) { ${aliases.join('\n')} }
    }
    ${fragments}
  `;
}

/** The newest pull requests of these branches, whatever became of them, those of the n-th under the alias `b<n>`. */
export function composeBranchesDocument(branches: readonly string[]): string {
  const aliases = branches.map((branch, index) => {
    const filter = `headRefName: ${JSON.stringify(branch)}, states: [OPEN, CLOSED, MERGED]`;
    return `b${index}: pullRequests(${filter}, last: 5) { nodes { ...PullRequest } }`;
  });
  return `
    query ($owner: String!, $repo: String!) {
      repository(owner: $owner, name: $repo) { ${aliases.join('\n')} }
    }
    ${fragments}
  `;
}

/** One more page of a commit's checks. */
export const moreContextsDocument = `
  query ($id: ID!, $after: String!) {
    node(id: $id) { ... on StatusCheckRollup { contexts(first: 100, after: $after) { ${contexts} } } }
  }
`;

/** One more page of a pull request's conversations. */
export const moreReviewThreadsDocument = `
  query ($id: ID!, $after: String!) {
    node(id: $id) { ... on PullRequest { reviewThreads(first: 100, after: $after) { ${reviewThreads} } } }
  }
`;

/** One more page of the last words of a pull request's reviewers. */
export const moreReviewsDocument = `
  query ($id: ID!, $after: String!) {
    node(id: $id) { ... on PullRequest { latestOpinionatedReviews(first: 100, after: $after) { ${reviews} } } }
  }
`;

/** GitHub's own revert of a merged pull request: branch, commit and pull request. */
export const revertDocument = `
  mutation ($pullRequestId: ID!, $title: String!, $body: String!) {
    revertPullRequest(input: { pullRequestId: $pullRequestId, title: $title, body: $body }) {
      revertPullRequest { number }
    }
  }
`;

/** A place in the base's merge queue, for exactly this head. */
export const enqueueDocument = `
  mutation ($pullRequestId: ID!, $headSha: GitObjectID!) {
    enqueuePullRequest(input: { pullRequestId: $pullRequestId, expectedHeadOid: $headSha }) {
      mergeQueueEntry { id }
    }
  }
`;

/** An issue where everybody sees it first. */
export const pinDocument = `
  mutation ($issueId: ID!) {
    pinIssue(input: { issueId: $issueId }) { issue { number } }
  }
`;

/** The places of pull requests in the base's merge queue, each under the alias `n<number>`. */
export function composeQueueDocument(numbers: readonly number[]): string {
  const aliases = numbers.map((number) => `n${number}: pullRequest(number: ${number}) { ...Place }`);
  return `
    query ($owner: String!, $repo: String!) {
      repository(owner: $owner, name: $repo) { ${aliases.join('\n')} }
    }
    fragment Place on PullRequest {
      number state headRefOid
      mergeQueueEntry { position state }
      timelineItems(last: 1, itemTypes: [REMOVED_FROM_MERGE_QUEUE_EVENT]) {
        nodes { ... on RemovedFromMergeQueueEvent { createdAt reason } }
      }
    }
  `;
}

/** The checks of commits by SHA, each under the alias `c<position>`. */
export function composeCommitChecksDocument(shas: readonly string[]): string {
  const aliases = shas.map((sha, index) => `c${index}: object(oid: ${JSON.stringify(sha)}) { ...CommitChecks }`);
  return `
    query ($owner: String!, $repo: String!) {
      repository(owner: $owner, name: $repo) { ${aliases.join('\n')} }
    }
    fragment Rollup on StatusCheckRollup { id contexts(first: 100) { ${contexts} } }
    fragment CommitChecks on Commit {
      statusCheckRollup { ...Rollup }
      checkSuites(first: 100) { ${suites} }
    }
  `;
}

/** What may have changed about one pull request since it was judged. */
export const mergeStateDocument = `
  query ($owner: String!, $repo: String!, $number: Int!) {
    repository(owner: $owner, name: $repo) {
      pullRequest(number: $number) {
        state headRefOid mergeStateStatus reviewDecision viewerCanMergeAsAdmin
        mergeCommit { oid }
        baseRef { target { oid } }
      }
    }
  }
`;

/** In whose name a token speaks. */
export const viewerDocument = 'query { viewer { login } }';

/** What the doctor reads first: who asks, and what the default branch says of the loop. */
export const overviewDocument = `
  query ($owner: String!, $repo: String!, $config: String!, $workflows: String!) {
    viewer { login resourcePath }
    repository(owner: $owner, name: $repo) {
      visibility mergeCommitAllowed squashMergeAllowed rebaseMergeAllowed
      defaultBranchRef { name }
      config: object(expression: $config) { ...Text }
      workflows: object(expression: $workflows) { ... on Tree { entries { name object { ...Text } } } }
    }
  }
  ${text}
`;

/** A file of the default branch. */
export const fileDocument = `
  query ($owner: String!, $repo: String!, $file: String!) {
    repository(owner: $owner, name: $repo) { file: object(expression: $file) { ...Text } }
  }
  ${text}
`;

/** Who reported what of late: on the base, and on pull requests into it. */
export const reportersDocument = `
  query ($owner: String!, $repo: String!, $base: String!, $baseRef: String!) {
    repository(owner: $owner, name: $repo) {
      ref(qualifiedName: $baseRef) { target { ... on Commit { history(first: 10) { nodes { ...Reported } } } } }
      pullRequests(baseRefName: $base, first: 15, orderBy: { field: CREATED_AT, direction: DESC }) {
        nodes { commits(last: 1) { nodes { commit { ...Reported } } } }
      }
    }
  }
  fragment Reported on Commit {
    committedDate
    statusCheckRollup {
      contexts(first: 100) {
        nodes {
          __typename
          ... on CheckRun { name checkSuite { app { databaseId } workflowRun { workflow { resourcePath } } } }
          ... on StatusContext { context }
        }
      }
    }
  }
`;

/** Where comments stand, and what we and their authors did with them; in the order of their ids. */
export const commentsDocument = `
  query ($ids: [ID!]!) {
    nodes(ids: $ids) {
      ... on IssueComment {
        lastEditedAt
        issue { number viewerDidAuthor }
        pullRequest { headRefName isCrossRepository }
        reactionGroups { content viewerHasReacted }
      }
    }
  }
`;
