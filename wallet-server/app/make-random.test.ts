import { expect, test } from 'vitest';
import { makeRandom } from './make-random.ts';

/** Counts up through all that is drawn, so that a byte that is given twice shows. */
function makeCountedSource() {
  let next = 0;
  const fill = (bytes: Uint8Array) => {
    const view = new DataView(bytes.buffer);
    for (let place = 0; place < bytes.length; place += 4) {
      next += 1;
      view.setUint32(place, next);
    }
  };
  return { fill };
}

test('no byte of chance is given twice, and what is asked for is given in full', () => {
  const random = makeRandom(makeCountedSource().fill);
  const seen = new Set<number>();
  for (let asked = 0; asked < 5000; asked += 1) {
    const bytes = random(4 + 4 * (asked % 9));
    expect(bytes.length).toBe(4 + 4 * (asked % 9));
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    for (let place = 0; place < bytes.length; place += 4) {
      const word = view.getUint32(place);
      expect(seen.has(word) || word === 0).toBe(false);
      seen.add(word);
    }
  }
});

test('what was given is its own, and more than is drawn at once is given too', () => {
  const random = makeRandom();
  const one = random(16);
  const copy = Uint8Array.from(one);
  random(16).fill(7);
  expect(one).toEqual(copy);
  expect(one.buffer.byteLength).toBe(16);
  expect(random(10_000).length).toBe(10_000);
  expect(new Set(Array.from({ length: 2000 }, () => Buffer.from(random(16)).toString('hex'))).size).toBe(
    2000,
  );
});
