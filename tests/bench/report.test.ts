import { expect, test } from 'vitest';
import { type BenchReport, describeMachine, formatSection, formatValue } from './report.ts';
import { findMedian, findQuantile } from './statistics.ts';

test('a quantile is a value that was measured', () => {
  const values = [5, 1, 4, 2, 3];
  expect(findMedian(values)).toBe(3);
  expect(findQuantile(values, 0.99)).toBe(5);
  expect(findQuantile([7], 0.01)).toBe(7);
  expect(findQuantile([], 0.5)).toBeNaN();
});

test.each([
  [12.34, 'ms', '12.3 ms'],
  [1234.5, 'ms', '1,235 ms'],
  [581_510, 'bytes', '581.5 kB'],
  [41.25, 'per_second', '41.3 /s'],
  [Number.NaN, 'ms', '–'],
] as const)('%d %s reads %s', (value, unit, text) => {
  expect(formatValue(value, unit)).toBe(text);
});

test('a row stands beside its floor and the earlier run', () => {
  const row = { name: 'lives', unit: 'per_second', value: 50 } as const;
  const section = { name: 'Escrow', rows: [row], notes: [] };
  const earlier: BenchReport = { takenAtMs: 0, seconds: 1, machine: describeMachine(), sections: [section] };
  const now = { ...section, rows: [{ ...row, value: 75, beside: { name: 'the floor', value: 300 } }] };
  const [, line = ''] = formatSection(now, earlier);
  expect(line).toContain('× 0.25 of the floor (300 /s)');
  expect(line).toContain('× 1.50 of the earlier run');
});
