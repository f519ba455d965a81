import { stripVTControlCharacters } from 'node:util';
import type { TestResult } from '../requirements/results.ts';

const LINES_OF_A_MESSAGE = 4;

/** Each failed test by name with the first lines of why: the end of a long output is what is read, or kept. */
export function listFailures(results: TestResult[]): string[] {
  return results
    .filter(result => result.outcome === 'failed')
    .flatMap(({ title, messages }) => ['', `FAILED ${title}`, ...messages.flatMap(listFirstLines)]);
}

function listFirstLines(message: string): string[] {
  const lines = stripVTControlCharacters(message)
    .split('\n')
    .filter(line => line.trim() !== '');
  return lines.slice(0, LINES_OF_A_MESSAGE).map(line => `  ${line.trim()}`);
}
