import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'scripts/**/*.test.ts'],
    // Golden files are rewritten with `-u` and never in passing.
    update: false,
    restoreMocks: true,
    unstubEnvs: true,
  },
});
