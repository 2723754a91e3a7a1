import { defineConfig } from 'vitest/config';

export default defineConfig({
  // The inlined parser ships source maps without its sources; one warning a file says nothing.
  logLevel: 'error',
  test: {
    include: ['__tests__/**/*.test.ts'],
    setupFiles: ['__tests__/property-seed.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    maxWorkers: 2,
    server: { deps: { inline: [/@actions\/(workflow-parser|expressions)/] } },
  },
});
