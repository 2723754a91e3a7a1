import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const longest = ['/simulation/', '/acceptance/', '/integration/apply/'];

/** The longest first: one of them begun last would be waited for alone. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const place = longest.findIndex((folder) => moduleId.includes(folder));
      return place === -1 ? longest.length : place;
    };
    return (await super.sort(files)).toSorted((left, right) => rank(left) - rank(right));
  }
}

/** Nothing is mocked here and nothing outlives its test: what one file has loaded serves the next. */
const together = ['auditor-', 'gather-', 'git', 'init', 'loopctl-store', 'ref-store', 'report-', 'sandbox-github-'];

const code = ['contract/**/*', 'property/**/*', 'unit/**/*', ...together.map((name) => `integration/${name}*`)].map(
  (files) => `__tests__/${files}.test.ts`,
);

export default defineConfig({
  // The inlined parser ships source maps without its sources; one warning a file says nothing.
  logLevel: 'error',
  test: {
    globalSetup: ['__tests__/temporary-folder.ts', '__tests__/compile-cache.ts'],
    setupFiles: ['__tests__/property-seed.ts'],
    // Only what hangs needs as long: where everything is busy, processes take many times what they take alone.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // What is polled for is brought about by other processes, which a busy machine lets wait.
    expect: { poll: { timeout: 10_000 } },
    // One more than the cores we ask for: there is waiting for processes, disks and locks, but more only get in the way.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    server: { deps: { inline: [/@actions\/(workflow-parser|expressions)/] } },
    projects: [
      { extends: true, test: { name: 'worlds', include: ['__tests__/**/*.test.ts'], exclude: code } },
      { extends: true, test: { name: 'code', include: code, isolate: false } },
    ],
  },
});
