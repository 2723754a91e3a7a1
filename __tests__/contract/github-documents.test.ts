import { schema as sdl } from '@octokit/graphql-schema';
import { buildSchema, type GraphQLSchema, Kind, OperationTypeNode, parse, specifiedRules, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import {
  composeBranchesDocument,
  composeCommitChecksDocument,
  composeTrackedDocument,
  mergeStateDocument,
  moreContextsDocument,
  moreReviewThreadsDocument,
  openPullRequestsDocument,
  revertDocument,
} from '../../src/github/documents.ts';

// GitHub's schema defines two fields of `EnterpriseOwnerInfo` twice, which graphql-js refuses by default.
const github: GraphQLSchema = buildSchema(sdl.idl, { assumeValid: true, assumeValidSDL: true });

const documents: readonly (readonly [string, string])[] = [
  ['the query for open pull requests', openPullRequestsDocument],
  ['the query for tracked pull requests', composeTrackedDocument([7, 12])],
  ['the query for pull requests of branches', composeBranchesDocument(['orchestrate/1.1', 'odd"name'])],
  ['the query for more checks', moreContextsDocument],
  ['the query for more conversations', moreReviewThreadsDocument],
  ['the query for a merge state', mergeStateDocument],
  ['the query for the checks of commits', composeCommitChecksDocument(['a'.repeat(40)])],
  ['the revert of a pull request', revertDocument],
];

describe("our GraphQL documents and GitHub's schema", () => {
  test.each(documents)('%s is valid', (_, document) => {
    expect(validate(github, parse(document), specifiedRules)).toEqual([]);
  });

  test('a field that GitHub does not have is found', () => {
    const drifted = mergeStateDocument.replace('mergeStateStatus', 'mergeStateStatusOfOld');
    expect(validate(github, parse(drifted), specifiedRules).map(({ message }) => message)).toEqual([
      expect.stringContaining('mergeStateStatusOfOld'),
    ]);
  });

  test('nothing that can pass over a rule is in them', () => {
    for (const [, document] of documents) expect(document).not.toMatch(/bypass/i);
  });

  test('nothing but the revert of a merged pull request is asked of GitHub by them', () => {
    const mutations = documents.flatMap(([, document]) =>
      parse(document).definitions.flatMap((definition) =>
        definition.kind === Kind.OPERATION_DEFINITION && definition.operation === OperationTypeNode.MUTATION
          ? definition.selectionSet.selections.map((one) => (one.kind === Kind.FIELD ? one.name.value : one.kind))
          : [],
      ),
    );
    expect(mutations).toEqual(['revertPullRequest']);
  });
});
