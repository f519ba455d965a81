import { expect, test } from 'vitest';
import { readRequirements, reportRequirements } from './report.ts';

test.each([
  ['S30: a reply from another sender is refused', [30]],
  ['S29, S30: the code is mailed and comes back', [29, 30]],
  ['S31 S32 S33: three in a row', [31, 32, 33]],
  ['a title without a number', []],
  ['S64: a number that no requirement has', []],
  ['S3 without a colon', []],
])('the title %j names %j', (title, expected) => {
  expect(readRequirements(title)).toEqual(expected);
});

test('each requirement has one line, and one failure outweighs every pass', () => {
  const lines = reportRequirements([
    { title: 'S1: the directory holds numbers only', outcome: 'passed', messages: [] },
    { title: 'S2: the server decides', outcome: 'passed', messages: [] },
    { title: 'S2: the caller cannot', outcome: 'failed', messages: [] },
    { title: 'S3: is skipped', outcome: 'skipped', messages: [] },
  ]);
  expect(lines).toHaveLength(63);
  expect(lines.slice(0, 3)).toEqual([
    'S1 passed 1 the directory holds numbers only',
    'S2 failed the caller cannot',
    'S3 open',
  ]);
});
