import { defineConfig } from 'vitest/config'

/** Where to write the results as JSON too: `.ci/run` counts them there. */
const report = process.env['TEST_REPORT']

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Tests that start bundles as child processes share two cores with everything else.
    testTimeout: 30_000,
    // Processes and sockets meet busy machines in CI. What passes only there, the second time, is listed as a retry.
    retry: process.env['CI'] === undefined ? 0 : 1,
    // Left alone, vitest keeps one core free: half of a small machine.
    maxWorkers: '100%',
    // Tests that run side by side mostly wait for processes of their own.
    maxConcurrency: 12,
    env: { TZ: 'UTC' },
    ...(report === undefined ? {} : { reporters: ['default', ['json', { outputFile: report }]] }),
  },
})
