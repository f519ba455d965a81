import { describe, expect, test } from 'vitest';
import type { PostalAddress } from '#shared/address/postal-address.ts';
import { writeLines } from './write-lines.ts';

const HOMES: Record<string, { destination1: PostalAddress; lines: string[] }> = {
  Korea: {
    destination1: {
      ...{ addressLevel1: '서울특별시', addressLevel2: '종로구', postalCode: '03053', country: 'KR' },
      addressLines: ['북촌로 31', '2층'],
    },
    lines: ['서울특별시 종로구', '북촌로 31', '2층', '03053', 'KR'],
  },
  Japan: {
    destination1: {
      ...{ addressLevel1: '東京都', addressLevel2: '新宿区', postalCode: '160-0023', country: 'JP' },
      addressLines: ['西新宿2-8-1'],
    },
    lines: ['〒160-0023', '東京都新宿区', '西新宿2-8-1', 'JP'],
  },
};

describe('what a carrier prints', () => {
  for (const [country, { destination1, lines }] of Object.entries(HOMES))
    test(`S19: an address in ${country} stands in the order of its own post`, () => {
      const record = { name: 'A', email: 'a@mailbox.example', destination1 };
      expect(writeLines(record, 'destination1')).toEqual(lines);
    });
});
