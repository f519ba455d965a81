import fc from 'fast-check';
import { postcodeValidator } from 'postcode-validator';
import { describe, expect, test } from 'vitest';
import { HUB_COUNTRIES } from './country-rules.ts';
import { CheckedHub } from './hub.ts';
import { listPostLines } from './post-lines.ts';
import {
  type AddressedHub,
  findAddressFault,
  makeVirtualAddress,
  shortenAddress,
  spellLatin,
} from './virtual-address.ts';

const HUBS: Record<(typeof HUB_COUNTRIES)[number], [lines: string[], short: string]> = {
  US: [['1 Hub Way', 'PMB 30217'], '1 Hub Way # 30217'],
  CA: [['1 Hub Way', 'Unit 30217, Quay'], '1 Hub Way, Unit 30217'],
  GB: [['Unit 30217, Quay', '1 Hub Way'], 'Unit 30217, 1 Hub Way'],
  IE: [['Unit 30217, Quay', '1 Hub Way'], 'Unit 30217, 1 Hub Way'],
  DE: [['1 Hub Way', 'c/o Quay 30217'], '1 Hub Way, c/o 30217'],
  FR: [['1 Hub Way', 'Chez Quay 30217'], '1 Hub Way, Chez 30217'],
  ES: [['1 Hub Way', 'Local 30217, Quay'], '1 Hub Way, Local 30217'],
  IT: [['1 Hub Way', 'c/o Quay 30217'], '1 Hub Way, c/o 30217'],
  NL: [['1 Hub Way', 'p/a Quay 30217'], '1 Hub Way, p/a 30217'],
  JP: [['1 Hub Way', 'Quay 30217号'], '1 Hub Way 30217号'],
  KR: [['1 Hub Way', 'Quay 30217호'], '1 Hub Way 30217호'],
  CN: [['1 Hub Way', 'Quay30217室'], '1 Hub Way 30217室'],
  TW: [['1 Hub Way', 'Quay30217室'], '1 Hub Way 30217室'],
  IN: [['Unit 30217, Quay', '1 Hub Way'], 'Unit 30217, 1 Hub Way'],
  BR: [['1 Hub Way', 'Sala 30217, Quay'], '1 Hub Way, Sala 30217'],
  AU: [['Unit 30217, Quay', '1 Hub Way'], 'Unit 30217, 1 Hub Way'],
};

function makeHub(country: AddressedHub['country'], change: Partial<AddressedHub> = {}): AddressedHub {
  const address = {
    ...{ addressLines: ['1 Hub Way'], addressLevel1: 'One', addressLevel2: 'Two', addressLevel3: 'Three' },
    ...{ postalCode: '12345', country },
  };
  return { id: 'hub', name: 'Quay', country, address, ...change };
}

describe.each(HUB_COUNTRIES)('a virtual address in %s', country => {
  const [lines, short] = HUBS[country];

  test('has the code in the line that the post prescribes', () => {
    const address = makeVirtualAddress(makeHub(country), '30217');
    expect(address.addressLines).toEqual(lines);
    expect(shortenAddress(address, '30217')).toBe(short);
    expect(listPostLines(address).join('\n')).toContain('30217');
  });

  test('never passes 35 characters, never loses the code, is never refused as no street', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
    const code = fc.integer({ min: 10_000, max: 999_999 }).map(String);
    fc.assert(
      fc.property(text, text, code, (name, street, made) => {
        const hub = makeHub(country, { name });
        hub.address.addressLines = [street];
        if (findAddressFault(hub) !== null) {
          expect(() => makeVirtualAddress(hub, made)).toThrow(RangeError);
          return;
        }
        const { addressLines } = makeVirtualAddress(hub, made);
        expect(addressLines.every(line => line.length <= 35)).toBe(true);
        expect(addressLines.filter(line => line.includes(made)).length).toBeGreaterThan(0);
        expect(addressLines.join(' ')).not.toMatch(/\*|\bbox\b|\blocker\b/i);
      }),
    );
  });
});

test.each<[string, Partial<AddressedHub>, ReturnType<typeof findAddressFault>]>([
  ['a name too long for its line', { name: 'The Very Long Name Of A Parcel Hub' }, 'line_too_long'],
  ['a name with a word that shops refuse', { name: 'Parcel Box' }, 'line_refused'],
  ['a name that only begins like one', { name: 'Boxwood' }, null],
  ['another country than its address', { country: 'IE' }, 'part_missing'],
])('a hub with %s: %s', (_title, change, fault) => {
  const hub = { ...makeHub('GB'), ...change };
  expect(findAddressFault(hub)).toBe(fault);
  expect(CheckedHub.safeParse({ ...hub, tel: '+441174960148' }).success).toBe(fault === null);
});

test.each(['JP', 'KR', 'CN', 'TW'] as const)('a hub in %s is also written in Latin letters', country => {
  const street = { JP: '西新宿2-8-1', KR: '세종대로 110', CN: '深南大道10000号', TW: '松高路11號' }[country];
  const hub = makeHub(country, { name: 'みどり' });
  hub.address.addressLines = [street];
  const parts = { addressLevel1: 'One', addressLevel2: 'Two', addressLevel3: 'Three' };
  const latin = { name: 'Quay', addressLines: ['1 Hub Way'], ...parts };
  const address = makeVirtualAddress(spellLatin(hub, latin), '30217');
  expect(address).toEqual({
    ...{ ...parts, addressLines: ['1 Hub Way', 'Room 30217, Quay'] },
    ...{ postalCode: hub.address.postalCode, country },
  });
  expect(shortenAddress(address, '30217')).toBe('1 Hub Way, Room 30217');
  const tel = '+441174960148';
  const named = { ...hub, tel, name: 'Quay' };
  expect(CheckedHub.safeParse({ ...named, latin }).success).toBe(true);
  for (const wrong of [
    { ...latin, name: 'みどり' },
    { ...latin, addressLines: ['PO Box 1'] },
  ])
    expect(CheckedHub.safeParse({ ...named, latin: wrong }).success).toBe(false);
});

test('a postcode and a region are wanted where the post wants them', () => {
  const hub = makeHub('BR');
  for (const part of ['addressLevel1', 'addressLevel2', 'addressLevel3', 'postalCode'] as const) {
    expect(findAddressFault({ ...hub, address: { ...hub.address, [part]: '' } })).toBe('part_missing');
  }
  expect(postcodeValidator('01310-200', 'BR')).toBe(true);
});

test('the parts stand in the order of the country', () => {
  const parts = { addressLevel1: '東京都', addressLevel2: '新宿区', postalCode: '160-0023' };
  const tokyo = { ...parts, addressLines: ['西新宿2-8-1', 'ビル 1号'], country: 'JP' };
  expect(listPostLines(tokyo)).toEqual(['〒160-0023', '東京都新宿区', '西新宿2-8-1', 'ビル 1号']);
  const bristol = { ...parts, addressLevel2: 'Bristol', postalCode: 'BS1 1HQ', country: 'GB' };
  expect(listPostLines({ ...bristol, addressLines: ['1 Quay'] })).toEqual(['1 Quay', 'Bristol', 'BS1 1HQ']);
});
