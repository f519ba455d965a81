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
  expect(readDataEntry(makeEmptyEntry('US'))).toMatchObject({
    problems: { name: 'missing', email: 'missing', line1: 'missing' },
  });
});

test.each([
  [
    'US',
    { city: '', region: '', postalCode: '' },
    { city: 'missing', region: 'missing', postalCode: 'missing' },
  ],
  ['GB', { city: '', region: '', postalCode: '' }, { city: 'missing', postalCode: 'missing' }],
  ['SG', { city: '', region: '', postalCode: '' }, { city: 'missing' }],
] as const)(
  'S14: an address in %s without what its parcels need is not taken',
  (country, changes, problems) => {
    expect(readDataEntry({ ...toDataEntry(KEPT), country, ...changes })).toEqual({ problems });
  },
);

test('S14: a country whose post we do not know wants a place, in whichever field', () => {
  const entry = { ...toDataEntry(KEPT), country: 'SG', city: '', region: '' };
  expect(readDataEntry(entry)).toHaveProperty('realData');
});

test.each([
  ['US', '(503) 555-0142', '+15035550142'],
  ['US', '1 503 555 0142', '+15035550142'],
  ['KR', '010-0000-0142', '+821000000142'],
  ['JP', '090 0000 0142', '+819000000142'],
  ['IT', '320 000 0142', '+393200000142'],
  ['DE', '0049 1510 000 0142', '+4915100000142'],
  ['DE', '+1 503 555 0142', '+15035550142'],
])('S14: in %s the telephone number %s is %s', (country, tel, mobile) => {
  expect(readDataEntry({ ...toDataEntry(KEPT), country, tel })).toMatchObject({ realData: { mobile } });
});

test('S14: a number without its country’s code is not guessed where we do not know the country', () => {
  const entry = { ...toDataEntry(KEPT), country: 'SG', tel: '8000 0142' };
  expect(readDataEntry(entry)).toEqual({ problems: { tel: 'wrong' } });
});

test('S14: characters that nobody sees are no name, and spoil no mail address and no telephone number', () => {
  const pasted = { email: '\u200bperson@mailbox.example\ufeff', tel: '\u202a+1 503-555-0142\u202c' };
  expect(readDataEntry({ ...toDataEntry(KEPT), ...pasted })).toMatchObject({
    realData: { email: 'person@mailbox.example', mobile: '+15035550142' },
  });
  const unseen = { ...toDataEntry(KEPT), name: '\u200b', postalCode: '\u2060' };
  expect(readDataEntry(unseen)).toEqual({ problems: { name: 'missing', postalCode: 'missing' } });
});
