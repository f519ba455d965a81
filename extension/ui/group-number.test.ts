import { describe, expect, it } from 'vitest';
import { groupNumber } from './group-number.ts';

describe('numbers as people read them', () => {
  it.each<[string, string, string[]]>([
    ['a number', 'QX7K2M9T4', ['QX7K', '2M9T', '4']],
    ['a number with a suffix', 'QX7K2M9T4-06', ['QX7K', '2M9T', '4', '-06']],
    ['a card number', '4111 1111 1111 1111', ['4111', '1111', '1111', '1111']],
    ['the code at a hub stays in one piece', '52772', ['52772']],
    ['nothing', '', []],
  ])('%s', (_, number, groups) => {
    expect(groupNumber(number)).toEqual(groups);
  });
});
