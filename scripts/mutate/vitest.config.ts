import { defineConfig } from 'vitest/config';

/** The tests that say what the gate does: all of them are run for every mutant that they reach. */
export default defineConfig({
  test: {
    include: [
      '__tests__/unit/core/gate.test.ts',
      '__tests__/unit/core/gate/*.test.ts',
      '__tests__/unit/core/checks.test.ts',
      '__tests__/unit/core/base.test.ts',
    ],
  },
});
