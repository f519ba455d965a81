import { expect, test } from 'vitest';
import { findUnknown } from './read-arguments.ts';

const COMMANDS = {
  doctor: { usage: 'doctor', summary: 'looks', options: {} },
  backup: { usage: 'backup -- --to FOLDER', summary: 'writes', options: { to: { type: 'string' } } },
} as const;

test.each([
  [
    [],
    [
      'Say which command:',
      '  npm run wayveil doctor: looks',
      '  npm run wayveil backup -- --to FOLDER: writes',
    ],
  ],
  [['bakcup'], ['There is no command “bakcup”. These are there:', expect.any(String), expect.any(String)]],
  [
    ['constructor'],
    ['There is no command “constructor”. These are there:', expect.any(String), expect.any(String)],
  ],
  [
    ['backup', '--too', '/mnt/b'],
    [
      '“backup” takes nothing such as “--too”. Write it so:',
      '  npm run wayveil backup -- --to FOLDER: writes',
    ],
  ],
  [
    ['doctor', 'now'],
    ['“doctor” takes nothing such as “now”. Write it so:', '  npm run wayveil doctor: looks'],
  ],
])('what is wrong with %j is named, and how to write it', (line, told) => {
  expect(findUnknown(COMMANDS, line)?.split('\n')).toEqual(told);
});

test.each([[['doctor']], [['backup', '--to', '/mnt/b']], [['backup', '--to=/mnt/b']], [['backup']]])(
  'nothing is unknown in %j',
  line => {
    expect(findUnknown(COMMANDS, line)).toBeNull();
  },
);
