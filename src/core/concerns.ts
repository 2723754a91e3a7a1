import type { PatchedFile } from './parse-patch.ts';
import { showPath } from './show-path.ts';
import { isAdded, isDeleted, type TreeChange } from './tree-change.ts';

const testPath =
  /(^|\/)(tests?|specs?|__tests__|e2e|cypress)\/|(^|\/)(test_[^/]+|[^/]+(_test|_spec|\.test|\.spec))\.\w+$|[a-z]Tests?\.\w+$/;

/** What makes a test not run, in the languages that are likely to be met. */
const skip = new RegExp(
  [
    String.raw`\b(it|test|describe|context|suite|bench)(\.\w+)*\.(skip|skipIf|todo|only|fails|failing)\b`,
    String.raw`\b(xit|xtest|xdescribe|xcontext|xspecify|fdescribe)\s*[(.]`,
    String.raw`^\s*fit\s*\(`,
    String.raw`@(tag|moduletag|describetag)\s*:?\s*:?skip\b`,
    String.raw`@(tag|moduletag|describetag)\s+skip:`,
    String.raw`\bpytest\.(mark\.)?(skip|skipif|xfail|importorskip)\b`,
    String.raw`\bunittest\.(skip|skipIf|skipUnless|expectedFailure)\b`,
    String.raw`\bself\.skipTest\(`,
    String.raw`\bt\.(Skip|Skipf|SkipNow)\(`,
    String.raw`#\[ignore\b`,
    String.raw`@(Ignore|Disabled)\b`,
    String.raw`\bmarkTestSkipped\(`,
    String.raw`^\s*(skip|pending)\b(\s|\(|$)`,
    String.raw`\b(this|t|ctx|context)\.skip\(`,
  ].join('|'),
);

const testDefinition =
  /^\s*(?:(?:it|test|specify)(?:\.\w+)*\s*[(`]|test\s+["']|def test_|func Test\w|#\[test\]|@Test\b|(?:public )?function test\w)/;

/** Files that decide what CI runs or installs. */
const executed = [
  /(^|\/)(package\.json|\.npmrc|\.yarnrc(\.yml)?|Makefile|GNUmakefile|makefile|[Jj]ustfile|Taskfile\.ya?ml)$/,
  /(^|\/)(mix\.exs|Rakefile|Gemfile|Guardfile|pyproject\.toml|setup\.(py|cfg)|tox\.ini|noxfile\.py|pytest\.ini)$/,
  /(^|\/)(Cargo\.toml|build\.rs|go\.mod|pom\.xml|(build|settings)\.gradle(\.kts)?|CMakeLists\.txt|composer\.json)$/,
  /(^|\/)(Dockerfile[^/]*|(docker-)?compose[^/]*\.ya?ml|\.pre-commit-config\.yaml|\.tool-versions|\.nvmrc)$/,
  /(^|\/)((vitest|vite|jest|playwright|cypress|karma|babel|eslint)\.config\.\w+|\.mocharc\.\w+|phpunit\.xml(\.dist)?)$/,
  /(^|\/)(test_helper\.exs|conftest\.py|spec_helper\.rb|rails_helper\.rb|\.rspec|\.credo\.exs|\.formatter\.exs)$/,
  /(^|\/)(tsconfig[^/]*\.json|biome\.jsonc?|\.eslintrc[^/]*)$/,
  /^(\.gitlab-ci\.yml|\.travis\.yml|appveyor\.yml|azure-pipelines\.ya?ml|Jenkinsfile|\.?(ci|circleci|buildkite)\/.*)$/,
  /^(bin|scripts?)\/(.*\/)?(ci|test|lint|check|setup|build)[^/]*$/,
];

const lockFile =
  /(^|\/)(package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|mix\.lock|Gemfile\.lock|Cargo\.lock|poetry\.lock|uv\.lock|Pipfile\.lock|go\.sum|composer\.lock)$/;

/** What a reviewer must answer about a change: tests deleted, skipped or fewer, changes to what CI runs; as sentences. */
export function findConcerns(changes: readonly TreeChange[], patch: readonly PatchedFile[]): readonly string[] {
  return [
    ...deletedTests(changes).map((path) => `The test file ${showPath(path)} was deleted.`),
    ...patch.filter(({ path }) => testPath.test(path)).flatMap(weakenedTests),
    ...changes.flatMap(({ path }) => describeExecuted(path)),
  ];
}

/** A test file that is there again under another name, unchanged, was moved. */
function deletedTests(changes: readonly TreeChange[]): readonly string[] {
  const added = new Set(
    changes.filter((change) => isAdded(change) && testPath.test(change.path)).map((c) => c.newBlob),
  );
  return changes
    .filter((change) => isDeleted(change) && testPath.test(change.path) && !added.has(change.oldBlob))
    .map(({ path }) => path);
}

function weakenedTests({ path, added, removed }: PatchedFile): readonly string[] {
  const skips = added.filter((line) => skip.test(line)).length - removed.filter((line) => skip.test(line)).length;
  const lost = countTests(removed) - countTests(added);
  return [
    ...(skips > 0 ? [`${showPath(path)} has ${skips} more skipped, focused or pending tests than before.`] : []),
    ...(lost > 0 ? [`${showPath(path)} has ${lost} fewer tests than before.`] : []),
  ];
}

function countTests(lines: readonly string[]): number {
  return lines.filter((line) => testDefinition.test(line)).length;
}

function describeExecuted(path: string): readonly string[] {
  if (lockFile.test(path)) return [`The lock file ${showPath(path)} was changed: what CI installs may differ.`];
  if (executed.some((pattern) => pattern.test(path))) {
    return [`${showPath(path)} was changed: what CI runs may differ.`];
  }
  return [];
}
