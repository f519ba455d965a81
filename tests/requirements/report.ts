import type { TestResult } from './results.ts';

/** Requirements are numbered S1 to S63. */
export const REQUIREMENT_COUNT = 63;

/** The requirement numbers that a test's title begins with: `S29, S30: …` or `S29 S30: …` names two. */
export function readRequirements(title: string): number[] {
  const [head = ''] = title.split(':');
  if (!/^S\d+(?:[\s,]+S\d+)*$/.test(head.trim()) || !title.includes(':')) return [];
  return [...head.matchAll(/S(\d+)/g)]
    .map(match => Number(match[1]))
    .filter(id => id >= 1 && id <= REQUIREMENT_COUNT);
}

/** One line for each requirement: passed with how many tests and which, failed with which, or open. */
export function reportRequirements(results: TestResult[]): string[] {
  const shown = results.flatMap(result => readRequirements(result.title).map(id => ({ id, ...result })));
  return Array.from({ length: REQUIREMENT_COUNT }, (_, index) => {
    const own = shown.filter(one => one.id === index + 1 && one.outcome !== 'skipped');
    return `S${index + 1} ${describe(own)}`;
  });
}

function describe(results: TestResult[]): string {
  const failed = results.filter(one => one.outcome === 'failed');
  if (failed.length > 0) return `failed ${listTitles(failed)}`;
  return results.length > 0 ? `passed ${results.length} ${listTitles(results)}` : 'open';
}

function listTitles(results: TestResult[]): string {
  return results.map(one => one.title.slice(one.title.indexOf(':') + 1).trim()).join(' | ');
}
