import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Tests that start bundles as child processes share two cores with everything else.
    testTimeout: 30_000,
    env: { TZ: 'UTC' },
  },
})
