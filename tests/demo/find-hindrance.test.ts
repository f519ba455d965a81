import { expect, test } from 'vitest';
import { findHindrance } from './find-hindrance.ts';

test.each([
  ['nothing asked', [], 'linux', {}, null],
  ['a screen of X', ['--open'], 'linux', { DISPLAY: ':0' }, null],
  ['a screen of Wayland', ['--open'], 'linux', { WAYLAND_DISPLAY: 'wayland-0' }, null],
  ['a system that has one always', ['--open'], 'darwin', {}, null],
  ['no screen', ['--open'], 'linux', {}, /without --open/],
  ['a word it does not know', ['--opne'], 'linux', { DISPLAY: ':0' }, /not “--opne”/],
] as const)('the demo says what hinders it: %s', (_, args, platform, env, said) => {
  const hindrance = findHindrance(args, { platform, env });
  if (said === null) expect(hindrance).toBeNull();
  else expect(hindrance).toMatch(said);
});
