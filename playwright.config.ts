import { defineConfig } from '@playwright/test';

/** Tests in real browsers, over real servers. No retries: a test that needs one is wrong. */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'reports/e2e-artifacts',
  timeout: 90_000,
  expect: { timeout: 10_000 },
  retries: 0,
  // One more than the cores of a small machine: a browser waits for its server half of the time.
  workers: 3,
  fullyParallel: false,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: 'reports/e2e.json' }]],
  use: { screenshot: 'only-on-failure', trace: 'off', actionTimeout: 20_000 },
});
