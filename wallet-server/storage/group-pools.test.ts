import { expect, test } from 'vitest';
import { countGroupConnections, sumGroupConnections } from './group-pools.ts';

test.each([
  [{ most: 16, cores: 1, isOutside: false }, { each: 1 }],
  [{ most: 16, cores: 2, isOutside: false }, { each: 1 }],
  [{ most: 16, cores: 2, isOutside: true }, { together: 7 }],
  [{ most: 16, cores: 3, isOutside: false }, { together: 7 }],
  [{ most: 15, cores: 64, isOutside: true }, { together: 7 }],
  [{ most: 14, cores: 2, isOutside: false }, null],
])('groups keep to few connections, to one for each half on cores that are shared: %j', (given, counted) => {
  expect(countGroupConnections(given)).toEqual(counted);
});

test.each([
  [{ each: 1 }, 2],
  [{ together: 7 }, 7],
  [null, 0],
])('%j are %i of the connections to the directory', (counted, sum) => {
  expect(sumGroupConnections(counted)).toBe(sum);
});
