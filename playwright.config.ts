import { defineConfig } from '@playwright/test';

/** Tests in real browsers, over real servers. No retries: a test that needs one is wrong. */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'reports/e2e-artifacts',
  // A slow machine is no fault: these end only what waits in vain.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  retries: 0,
  // One more than the cores of a small machine: a browser waits for its server half of the time.
  workers: 3,
  fullyParallel: false,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: 'reports/e2e.json' }]],
  use: { screenshot: 'only-on-failure', trace: 'off', actionTimeout: 30_000 },
});
