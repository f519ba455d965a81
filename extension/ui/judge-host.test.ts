import { describe, expect, test } from 'vitest';
import { judgeHost } from './judge-host.ts';

const KNOWN = ['kestrel-audio.example', 'hanok.kr', 'lind.de'];
const host = (text: string) => new URL(`https://${text}`).hostname;

describe('a host', () => {
  test.each([
    ['of a shop that is known', 'kestrel-audio.example'],
    ['that resembles none', 'boardwalk.example'],
    ['that is as short as many', 'lint.de'],
    ['of the same shop elsewhere', 'shop.kestrel-audio.example'],
  ])('%s needs no word', (_, text) => {
    expect(judgeHost(host(text), KNOWN)).toEqual({ reads: null, poses: false, alike: null });
  });

  test.each([
    ['kestrel-аudio.example', 'Cyrillic a'],
    ['kestrеl-audio.example', 'Cyrillic e'],
    ['kеstrеl-аudіо.example', 'five letters of Cyrillic'],
    ['kestrel-audiο.example', 'Greek o'],
    ['kestrêl-audio.example', 'a mark'],
  ])('%s (%s) poses as one that is known', text => {
    expect(host(text)).toMatch(/^xn--/);
    const posing = { reads: text, poses: true, alike: 'kestrel-audio.example' };
    expect(judgeHost(host(text), KNOWN)).toEqual(posing);
  });

  test.each([
    ['kestre1-audio.example', 'a digit for a letter'],
    ['kestreI-audio.example', 'a large i'],
    ['kestrelaudio.example', 'no hyphen'],
    ['kestrel-auido.example', 'two letters exchanged'],
    ['kestrel-audios.example', 'one letter more'],
    ['kestel-audio.example', 'one letter less'],
    ['kestrel-audlo.example', 'l for i'],
    ['kestrel-auclio.example', 'cl for d'],
  ])('%s (%s) resembles one that is known', text => {
    expect(judgeHost(host(text), KNOWN)).toMatchObject({ reads: null, alike: 'kestrel-audio.example' });
  });

  test('in an alphabet of its own is said as it reads, and poses as nothing', () => {
    expect(judgeHost(host('한옥상점.kr'), KNOWN)).toEqual({
      reads: '한옥상점.kr',
      poses: false,
      alike: null,
    });
    expect(judgeHost(host('яблоко.example'), [])).toMatchObject({ reads: 'яблоко.example', poses: false });
  });
});
