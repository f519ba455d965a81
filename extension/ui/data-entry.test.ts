import { expect, test } from 'vitest';
import type { RealData } from '#shared/api/people.ts';
import { makeEmptyEntry, mergeRealData, readDataEntry, toDataEntry } from './data-entry.ts';

const KEPT: RealData = {
  name: 'Made-up Person',
  email: 'person@mailbox.example',
  mobile: '+15035550142',
  destination1Phone: '+15035550142',
  residentId: 'A-1',
  destination1: {
    addressLines: ['12 Example Street', 'Flat 3'],
    addressLevel2: 'Sampletown',
    addressLevel1: 'CA',
    postalCode: '90001',
    country: 'US',
  },
};

test('what is kept is shown in the form and read from it as it was', () => {
  const read = readDataEntry(toDataEntry(KEPT));
  expect('realData' in read && mergeRealData(KEPT, read.realData)).toEqual(KEPT);
});

test('a telephone that was taken out is gone, and what the form does not show stays', () => {
  const read = readDataEntry({ ...toDataEntry(KEPT), tel: '', city: 'Otherville' });
  const merged = 'realData' in read ? mergeRealData(KEPT, read.realData) : null;
  expect(merged).toMatchObject({ residentId: 'A-1', destination1: { addressLevel2: 'Otherville' } });
  expect(merged).not.toHaveProperty('mobile');
  expect(merged).not.toHaveProperty('destination1Phone');
});

test('an empty form says what is missing', () => {
  expect(readDataEntry(makeEmptyEntry('US'))).toMatchObject({ problems: { name: true, email: true } });
});
