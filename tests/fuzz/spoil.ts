import fc from 'fast-check';
import { MARK } from './schema-arbitrary.ts';

/** Values that programs stumble over: absent, of another type, beyond a range, of another alphabet, too long, too deep. */
const ODD_VALUES: readonly unknown[] = [
  ...[null, true, false, 0, -1, 1.5, 1e21, -1e308, Number.MAX_SAFE_INTEGER + 2, '', ' ', '0', '-0', 'null'],
  ...[
    '9'.repeat(13),
    '9'.repeat(400),
    '1e9',
    '0x10',
    '٣',
    '１２',
    'NaN',
    `${MARK}\u0000`,
    '\ud800',
    '\u202e',
  ],
  ...[
    'a'.repeat(5000),
    "';drop table purchases;--",
    '{{7*7}}',
    '../../etc/passwd',
    '%00',
    '<script>',
    '\r\nx: y',
  ],
  ...[
    [],
    [[]],
    {},
    { toString: 1 },
    { length: 1e9 },
    [null],
    { $gt: '' },
    Array.from({ length: 300 }, () => 1),
  ],
  ...['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff', '2026-02-30T25:61:00Z'],
  ...['xn--80ak6aa92e.com', 'a@b@c', `${MARK}@${'x'.repeat(300)}.example`, 'https://[::1]/', 'javascript:0'],
];

/** What is done to one part of a value; told apart from the value, which may exist only when the call is sent. */
export interface Spoiling {
  /** Which part: counted round as often as needed. */
  place: number;
  odd: unknown;
  way: 'replace' | 'remove' | 'add';
}

export const spoiling: fc.Arbitrary<Spoiling> = fc.record({
  place: fc.nat(999),
  odd: fc.constantFrom(...ODD_VALUES),
  way: fc.constantFrom('replace', 'remove', 'add'),
});

/** Replaces, removes or adds one part somewhere in a value. */
export function spoil(value: unknown, { place, odd, way }: Spoiling): unknown {
  const places = listPlaces(value);
  const copy = structuredClone(value);
  const path = places[place % places.length] ?? [];
  const last = path.at(-1);
  const holder = path.slice(0, -1).reduce<unknown>((at, key) => readKey(at, key), copy);
  if (last === undefined || !isHolder(holder)) return odd;
  if (way === 'remove') Reflect.deleteProperty(holder, last);
  else Reflect.set(holder, way === 'add' ? `${last}_${MARK}` : last, odd);
  return copy;
}

function isHolder(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function readKey(holder: unknown, key: string): unknown {
  return isHolder(holder) ? Reflect.get(holder, key) : undefined;
}

function listPlaces(value: unknown, path: string[] = []): string[][] {
  if (!isHolder(value)) return [path];
  return [path, ...Object.entries(value).flatMap(([key, part]) => listPlaces(part, [...path, key]))];
}

/** Ways in which bytes are no JSON any more, or more of it than anybody takes. */
export const BYTE_WAYS = ['cut', 'twice', 'no UTF-8', 'polluting key', 'too deep', 'too large'] as const;

export interface ByteSpoiling {
  /** Where, of a thousand. */
  at: number;
  way: (typeof BYTE_WAYS)[number];
}

export const byteSpoiling: fc.Arbitrary<ByteSpoiling> = fc.record({
  at: fc.nat(999),
  way: fc.constantFrom(...BYTE_WAYS),
});

const BEYOND_THE_LIMIT_BYTES = 300_000;

export function spoilBytes(json: string, spoiled: ByteSpoiling): Buffer {
  const bytes = Buffer.from(json);
  const at = Math.floor((bytes.length * spoiled.at) / 1000);
  switch (spoiled.way) {
    case 'cut':
      return bytes.subarray(0, at);
    case 'twice':
      return Buffer.concat([bytes, bytes]);
    case 'polluting key':
      return Buffer.from(`{"__proto__":{"admin":true},${json.slice(1)}`);
    case 'too deep':
      return Buffer.from('['.repeat(20_000) + ']'.repeat(20_000));
    case 'too large':
      return Buffer.from(`{"${MARK}":"${'a'.repeat(BEYOND_THE_LIMIT_BYTES)}",${json.slice(1)}`);
    case 'no UTF-8':
      return Buffer.concat([bytes.subarray(0, at), Buffer.from([0xff, 0xc0, 0x80]), bytes.subarray(at)]);
  }
}
