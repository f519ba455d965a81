import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** One test of the last run. */
export interface TestResult {
  title: string;
  outcome: 'passed' | 'failed' | 'skipped';
  /** What the runner said of each failure; may hold colour codes. */
  messages: string[];
}

const UnitReport = z.object({
  testResults: z.array(
    z.object({
      assertionResults: z.array(
        z.object({ title: z.string(), status: z.string(), failureMessages: z.array(z.string()).default([]) }),
      ),
    }),
  ),
});

const Attempt = z.object({ errors: z.array(z.object({ message: z.string().default('') })).default([]) });
const Spec = z.object({
  title: z.string(),
  tests: z.array(z.object({ status: z.string(), results: z.array(Attempt).default([]) })),
});
interface Suite {
  specs: z.infer<typeof Spec>[];
  suites?: Suite[] | undefined;
}
const Suite: z.ZodType<Suite> = z.object({
  specs: z.array(Spec),
  suites: z.lazy(() => z.array(Suite)).optional(),
});
const BrowserReport = z.object({ suites: z.array(Suite) });

/** The results of the last run in `folder`, as Vitest and Playwright wrote them; none where there was no run. */
export function readResults(folder: string): TestResult[] {
  return [...readUnit(join(folder, 'unit.json')), ...readBrowser(join(folder, 'e2e.json'))];
}

function readUnit(file: string): TestResult[] {
  if (!existsSync(file)) return [];
  const report = UnitReport.parse(JSON.parse(readFileSync(file, 'utf8')));
  return report.testResults.flatMap(one =>
    one.assertionResults.map(({ title, status, failureMessages }) => ({
      title,
      outcome: toUnitOutcome(status),
      messages: failureMessages,
    })),
  );
}

function toUnitOutcome(status: string): TestResult['outcome'] {
  if (status === 'passed') return 'passed';
  return status === 'failed' ? 'failed' : 'skipped';
}

function readBrowser(file: string): TestResult[] {
  if (!existsSync(file)) return [];
  return BrowserReport.parse(JSON.parse(readFileSync(file, 'utf8'))).suites.flatMap(collect);
}

function collect(suite: Suite): TestResult[] {
  const own = suite.specs.flatMap(spec =>
    spec.tests.map(test => ({
      title: spec.title,
      outcome: toBrowserOutcome(test.status),
      messages: test.results.flatMap(result => result.errors.map(error => error.message)),
    })),
  );
  return [...own, ...(suite.suites ?? []).flatMap(collect)];
}

function toBrowserOutcome(status: string): TestResult['outcome'] {
  if (status === 'expected') return 'passed';
  return status === 'skipped' ? 'skipped' : 'failed';
}

/** How many results there are of each outcome. */
export function countOutcomes(results: TestResult[]): Record<TestResult['outcome'], number> {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const { outcome } of results) counts[outcome]++;
  return counts;
}
