/** Letters that look alike in common fonts, each row led by the plain one (after Unicode TR 39, the part that hosts use). */
const ROWS: readonly (readonly [plain: string, alike: string])[] = [
  ['a', 'аɑαａ'],
  ['b', 'Ьƅᖯ'],
  ['c', 'сϲⅽᴄ'],
  ['d', 'ԁⅾժ'],
  ['e', 'еҽℯєｅ'],
  ['f', 'ſẝϝ'],
  ['g', 'ɡցｇ'],
  ['h', 'һհｈ'],
  ['j', 'јϳ'],
  ['k', 'кκ'],
  ['l', '1iіıιӏⅼ|!ɩìíîï'],
  ['m', 'мｍⅿ'],
  ['n', 'ոռп'],
  ['o', '0оοօ၀ዐσｏº'],
  ['p', 'рρϱｐ'],
  ['q', 'ԛզ'],
  ['r', 'гᴦｒ'],
  ['s', 'ѕꜱ5'],
  ['t', 'тτ'],
  ['u', 'υսʋцｕ'],
  ['v', 'νѵⅴ'],
  ['w', 'ԝѡωա'],
  ['x', 'хχⅹ'],
  ['y', 'уүγყ'],
  ['z', 'ᴢ2'],
];

const PLAIN = new Map(ROWS.flatMap(([plain, alike]) => [...alike].map(letter => [letter, plain])));

/** Pairs that run together. */
const PAIRS: readonly (readonly [RegExp, string])[] = [
  [/rn/g, 'm'],
  [/vv/g, 'w'],
  [/cl/g, 'd'],
];

/** What a glance makes of `text`: letters that look alike become one, marks and hyphens go. */
export function foldLookalikes(text: string): string {
  const bare = text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[-‐‑–]/g, '');
  const folded = [...bare].map(letter => PLAIN.get(letter) ?? letter).join('');
  return PAIRS.reduce((done, [pair, plain]) => done.replace(pair, plain), folded);
}
