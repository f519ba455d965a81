import { describe, expect, it } from 'vitest';
import { isMaskOnly } from './keeps-value.ts';

describe('what a mask shows in an empty field', () => {
  it.each([
    '',
    '__/__',
    '(___) ___-____',
    '+1 (___) ___-____',
    '1-___-___-____',
    '+33 _ __ __ __ __',
    '+## ####',
  ])('%s is no value', shown => expect(isMaskOnly(shown)).toBe(true));

  it.each(['503', '+49', '(503) ___-____', '+1 (5__) ___-____', '12/__', '+1 503'])(
    '%s may be its owner’s',
    shown => expect(isMaskOnly(shown)).toBe(false),
  );
});
