import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import { buildASTSchema, type DocumentNode, type GraphQLSchema, Kind, parse, visit } from 'graphql';
import type { Edition } from '../conditions.ts';

const built = new Map<Edition, GraphQLSchema>();

/** GitHub's own public schema, built once for the process: documents are judged by it, not by what we answer. */
export function githubSchema(edition: Edition = 'github.com'): GraphQLSchema {
  const known = built.get(edition);
  if (known !== undefined) return known;
  const document = parse(readFileSync(schemaPath(), 'utf8'), { noLocation: true });
  const schema = buildASTSchema(edition === 'github.com' ? document : withoutNewer(document), {
    assumeValid: true,
    assumeValidSDL: true,
  });
  built.set(edition, schema);
  return schema;
}

/** What an Enterprise Server does not know, by type. */
const newer: Readonly<Record<string, readonly string[]>> = {
  Mutation: ['enqueuePullRequest', 'dequeuePullRequest'],
  PullRequest: ['mergeQueue', 'mergeQueueEntry', 'isInMergeQueue', 'isMergeQueueEnabled'],
  RefUpdateRule: ['requiresCodeOwnerReviews'],
  Repository: ['mergeQueue', 'rulesets'],
};

function withoutNewer(document: DocumentNode): DocumentNode {
  return visit(document, {
    [Kind.OBJECT_TYPE_DEFINITION]: (node) => {
      const absent = newer[node.name.value];
      if (absent === undefined) return false;
      return { ...node, fields: (node.fields ?? []).filter(({ name }) => !absent.includes(name.value)) };
    },
  });
}

function schemaPath(): string {
  // The package's entry would parse five megabytes of JSON that nobody needs here.
  const manifest = findPackageJSON('@octokit/graphql-schema', import.meta.url);
  if (manifest === undefined) throw new Error('@octokit/graphql-schema is not installed');
  return join(dirname(manifest), 'schema.graphql');
}
