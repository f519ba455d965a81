import { expect, test } from 'vitest';
import { listDataFields } from './data-fields.ts';

const ADDRESS = ['line1', 'line2', 'city', 'region', 'postalCode'];
const listAddress = (country: string) =>
  listDataFields(country)
    .map(([field]) => field)
    .slice(3);

test('an address is asked for from the street up, and in East Asia from the postcode down', () => {
  expect(listAddress('US')).toEqual(ADDRESS);
  for (const country of ['KR', 'JP', 'CN', 'TW'])
    expect(listAddress(country)).toEqual(['postalCode', 'region', 'city', 'line1', 'line2']);
});

test('every country is asked for the same fields', () => {
  const sorted = (country: string) => listAddress(country).toSorted();
  expect(sorted('JP')).toEqual(sorted('DE'));
});
