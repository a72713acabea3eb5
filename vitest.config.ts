import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'scripts/**/*.test.ts'],
    // Golden files are rewritten with `-u` and never in passing.
    update: false,
    // No measure of speed: a machine that does other things as well is no reason to fail.
    testTimeout: 15_000,
    restoreMocks: true,
    unstubEnvs: true,
  },
});
