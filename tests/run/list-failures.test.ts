import { expect, test } from 'vitest';
import { listFailures } from './list-failures.ts';

test('a run ends with the name of each failed test and the first lines of why', () => {
  const red = '\u001b[31m';
  expect(
    listFailures([
      { title: 'adds', outcome: 'passed', messages: [] },
      { title: 'waits', outcome: 'skipped', messages: [] },
      {
        title: 'divides',
        outcome: 'failed',
        messages: [`${red}Error: by zero\n\n    at one\n at two\n at three\n at four`],
      },
      { title: 'says nothing', outcome: 'failed', messages: [] },
    ]),
  ).toEqual([
    '',
    'FAILED divides',
    '  Error: by zero',
    '  at one',
    '  at two',
    '  at three',
    '',
    'FAILED says nothing',
  ]);
});
