import { Kind, OperationTypeNode, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { checkDocument } from '../../sandbox/github/conformance/document-check.ts';
import { ownDocuments } from '../../sandbox/github/conformance/own-documents.ts';
import { mergeStateDocument } from '../../src/github/documents.ts';

const documents = Object.entries(ownDocuments);

describe("our GraphQL documents and GitHub's schema", () => {
  test.each(documents)('%s is valid', (_, document) => {
    expect(checkDocument(document).problems).toEqual([]);
  });

  test('a field that GitHub does not have is found', () => {
    const drifted = mergeStateDocument.replace('mergeStateStatus', 'mergeStateStatusOfOld');
    expect(checkDocument(drifted).problems).toEqual([expect.stringContaining('mergeStateStatusOfOld')]);
  });

  test('nothing that can pass over a rule is in them', () => {
    for (const [, document] of documents) expect(document).not.toMatch(/bypass/i);
  });

  test('nothing but a revert, a place in the merge queue and a pinned issue is asked of GitHub by them', () => {
    const mutations = documents.flatMap(([, document]) =>
      parse(document).definitions.flatMap((definition) =>
        definition.kind === Kind.OPERATION_DEFINITION && definition.operation === OperationTypeNode.MUTATION
          ? definition.selectionSet.selections.map((one) => (one.kind === Kind.FIELD ? one.name.value : one.kind))
          : [],
      ),
    );
    expect(mutations).toEqual(['revertPullRequest', 'enqueuePullRequest', 'pinIssue']);
  });
});
