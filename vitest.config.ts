import { defineConfig } from 'vitest/config';

/** Unit, property and server tests. Browser tests run under Playwright (see `playwright.config.ts`). */
export default defineConfig({
  test: {
    include: ['{shared,wallet-server,extension,tests}/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', 'tests/e2e/**'],
    globalSetup: ['tests/fixtures/postgres-global.ts'],
    environment: 'node',
    provide: {
      fuzz: { calls: 1500, seed: 20_261_121 },
      simulation: { sequences: 2000, worlds: 3, seed: 20_261_121 },
    },
    testTimeout: 90_000,
    hookTimeout: 120_000,
    maxWorkers: 3,
    reporters: ['default', ['json', { outputFile: 'reports/unit.json' }]],
  },
});
