import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIELD_SUFFIXES, makeFieldNumber, parseFieldNumber, type RecordField } from './field.ts';
import { computeCheckCharacter, formatNumber, makeNumber, parseNumber } from './number.ts';

/** Numbers made from chance that fast-check can repeat. */
const seeded = fc.nat().map(seed => {
  let state = seed + 1;
  return makeNumber(count =>
    Uint8Array.from({ length: count }, () => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return state >>> 16;
    }),
  );
});

describe('numbers', () => {
  test('the check character is that of ISO/IEC 7064 MOD 37,36', () => {
    expect(computeCheckCharacter('A12425GABC1234002')).toBe('M');
  });

  test('S15: a number is itself again, however it is spaced and written', () => {
    fc.assert(
      fc.property(seeded, number => {
        expect(parseNumber(number)).toBe(number);
        expect(parseNumber(` ${formatNumber(number).toLowerCase()} `)).toBe(number);
      }),
    );
  });

  test('one wrong character is found, wherever it stands', () => {
    fc.assert(
      fc.property(
        seeded,
        fc.nat(8),
        fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'),
        (number, at, other) => {
          fc.pre(number[at] !== other);
          expect(parseNumber(number.slice(0, at) + other + number.slice(at + 1))).toBeNull();
        },
      ),
    );
  });

  test('S12: each suffix opens one field, and no two fields have the same', () => {
    const fields = Object.keys(FIELD_SUFFIXES) as RecordField[];
    expect(new Set(Object.values(FIELD_SUFFIXES)).size).toBe(fields.length);
    fc.assert(
      fc.property(seeded, fc.constantFrom(...fields), (number, field) => {
        expect(parseFieldNumber(makeFieldNumber(number, field))).toEqual({ number, field });
      }),
    );
  });

  test('S12: an unknown suffix is refused', () => {
    fc.assert(
      fc.property(seeded, fc.constantFrom('-99', '-6', '-006', '-06-06', '-x'), (number, suffix) => {
        expect(parseFieldNumber(number + suffix)).toBeNull();
      }),
    );
  });
});
