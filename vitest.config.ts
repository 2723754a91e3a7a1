import { defineConfig } from 'vitest/config';

export default defineConfig({
  // The inlined parser ships source maps without its sources; one warning a file says nothing.
  logLevel: 'error',
  test: {
    include: ['__tests__/**/*.test.ts'],
    setupFiles: ['__tests__/property-seed.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // One more than the cores we ask for: much of the time is waiting for processes, disks and locks.
    maxWorkers: 3,
    server: { deps: { inline: [/@actions\/(workflow-parser|expressions)/] } },
  },
});
