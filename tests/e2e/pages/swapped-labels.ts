/** Labels as shops write them, by the token that some shops also give; the last two ask for nothing of ours. */
const LABELS: Readonly<Record<string, readonly string[]>> = {
  'given-name': ['First name', 'Given name', 'Forename'],
  'family-name': ['Last name', 'Surname', 'Family name'],
  'address-line1': ['Street address', 'Address line 1', 'Street and number'],
  'address-line2': ['Apartment, suite', 'Address line 2', 'Apt / unit'],
  'address-level2': ['City', 'Town', 'Town / city'],
  'address-level1': ['State', 'State / Province', 'State or region'],
  'postal-code': ['ZIP code', 'Postal code', 'Postcode'],
  email: ['Email', 'E-mail address', 'Your email'],
  tel: ['Phone', 'Phone number', 'Telephone'],
  organization: ['Company', 'Company name', 'Organisation'],
  off: ['Order notes', 'Delivery notes', 'Notes for the courier'],
};

/** What a page would like to have answered by a person who thinks of their address. */
const SNARES = [
  ...['Password', 'New password', 'Bank PIN', 'Social security number', 'Public review', 'Gift message'],
  ...["Mother's maiden name", 'Username', 'Coupon code', 'Card number', 'Security code'],
];

/** How a label stands to its control. */
const KINDS = ['for', 'wrap', 'aria', 'placeholder', 'before'];

/**
 * Runs in the page: builds a form by chance and, at `swap()`, changes what its fields are called. It keeps what each
 * control was called when the preview was made (`shown`), and notes every writing to a control that is called
 * otherwise by then.
 */
const SCRIPT = `
const seed = Number(location.pathname.split('/').at(-1)) + 1, during = location.search === '?during';
let state = seed * 2654435761 >>> 0;
const chance = below => { // mulberry32
  state = state + 0x6D2B79F5 | 0;
  let t = Math.imul(state ^ state >>> 15, 1 | state);
  t = t + Math.imul(t ^ t >>> 7, 61 | t) ^ t;
  return ((t ^ t >>> 14) >>> 0) % below;
};
const pick = list => list[chance(list.length)];
const form = document.querySelector('form');
const rows = [];
const wrong = [], right = [];
globalThis.report = () => ({ wrong: [...wrong, ...listStrays()], right, swaps });
const note = ({ target }) => {
  const row = rows.find(({ input }) => input === target);
  if (target.value === '') return;
  const entry = [row?.label ?? 'a stranger', target.value];
  (row && row.shown === row.label && row.type === target.type ? right : wrong).push(entry);
};
const listStrays = () => rows.filter(({ input, label, shown }) => input.value !== '' && label !== shown
  && !right.some(([, value]) => value === input.value)).map(({ label, input }) => [label, input.value]);
const makeInput = row => {
  const input = document.createElement('input');
  if (row.says) input.setAttribute(row.says, row.token);
  input.addEventListener('input', note);
  row.input = input;
  row.type = input.type;
  return input;
};
const write = (row, label) => {
  row.label = label;
  if (row.kind === 'aria') row.input.setAttribute('aria-label', label);
  else if (row.kind === 'placeholder') row.input.placeholder = label;
  else row.words.data = label + ' ';
};
const draw = row => {
  row.box = document.createElement('p');
  row.words = document.createTextNode('');
  const input = makeInput(row);
  const label = document.createElement(row.kind === 'before' ? 'div' : 'label');
  if (row.kind !== 'aria' && row.kind !== 'placeholder') label.append(row.words);
  if (row.kind === 'for') { input.id = 'f' + rows.length; label.htmlFor = input.id; }
  if (row.kind === 'wrap') label.append(input);
  row.box.append(label, ...(row.kind === 'wrap' ? [] : [input]));
  write(row, row.shown);
};
const kind = pick(KINDS);
for (const [token, names] of Object.entries(LABELS)) {
  const row = { token, shown: pick(names), kind: chance(4) === 0 ? pick(KINDS) : kind };
  row.says = pick(['', '', 'autocomplete', 'name']);
  draw(row);
  rows.push(row);
  form.append(row.box);
}
const previewed = new Set(rows.map(({ shown }) => shown));
const two = () => { const at = chance(9), other = (at + 1 + chance(8)) % 9; return [rows[at], rows[other]]; };
const exchange = (one, other) => {
  const { label } = one;
  write(one, other.label);
  write(other, label);
};
const rebuild = (row, label) => {
  const old = row.input;
  const input = makeInput(row);
  input.id = old.id;
  old.replaceWith(input);
  write(row, label);
  // A control that is new has the name that it has: the preview's value for that name may go there.
  row.shown = previewed.has(label) ? label : null;
};
const WAYS = {
  exchange: () => exchange(...two()),
  exchangeThree: () => { const [one, other] = two(); exchange(one, other); exchange(...two()); },
  rename: () => write(two()[0], pick(SNARES)),
  renameMany: () => { for (let i = 0; i < 4; i++) write(rows[chance(9)], pick(SNARES)); },
  renameAll: () => { for (const row of rows.slice(0, 9)) write(row, pick(SNARES)); },
  borrow: () => { const [one, other] = two(); write(one, other.label); },
  rotate: () => { const labels = rows.map(({ label }) => label); rows.forEach((row, at) => write(row, labels[(at + 1) % rows.length])); },
  rebuildOtherwise: () => rebuild(two()[0], pick(SNARES)),
  rebuildExchanged: () => { const [one, other] = two(), { label } = one; rebuild(one, other.label); rebuild(other, label); },
  exchangeInputs: () => {
    const [one, other] = two().filter((row, _, both) => both.every(({ kind }) => kind !== 'for'));
    if (!other) return WAYS.exchange();
    const mark = document.createComment('');
    one.input.replaceWith(mark); other.input.replaceWith(one.input); mark.replaceWith(other.input);
    for (const { input } of [one, other]) { input.removeAttribute('aria-label'); input.placeholder = ''; }
    [one.input, other.input] = [other.input, one.input];
    const { label, shown } = one;
    write(one, label); write(other, other.label);
    [one.shown, other.shown] = [other.shown, shown];
  },
  stranger: () => { const row = { shown: null, kind: 'wrap' }; const like = two()[0]; row.shown = like.label; draw(row); row.shown = null; like.box.before(row.box); rows.push(row); },
  password: () => { const [row] = two(); row.input.type = 'password'; row.type = 'text'; },
  reorder: () => { for (let i = 0; i < 4; i++) form.append(pick(rows).box); WAYS.exchange(); },
};
const way = pick(Object.keys(WAYS));
let swaps = '';
globalThis.swap = () => { if (swaps) return; swaps = way; WAYS[way](); };
if (during) document.addEventListener('input', () => queueMicrotask(swap), true);
`;

function writeSwapping(): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Swap</title><style>p{margin:3px}</style>
<form><h2>Shipping address</h2></form>
<script>const LABELS = ${JSON.stringify(LABELS)}, SNARES = ${JSON.stringify(SNARES)}, KINDS = ${JSON.stringify(KINDS)};
${SCRIPT}</script>`;
}

function writeSwappingPage(seeds: readonly number[], mode: string): string {
  const frames = seeds.map(
    seed =>
      `<iframe src="/swap/${seed}?${mode}" style="display:block;width:500px;height:420px;border:0"></iframe>`,
  );
  return `<!doctype html><html lang="en"><title>Swapped labels</title><h1>Checkout</h1>${frames.join('')}`;
}

const SWAP_COUNT = 200;
/** A page describes no more frames than 50. */
export const SWAPS_A_PAGE = 40;
const SEEDS = Array.from({ length: SWAP_COUNT }, (_, seed) => seed);
const PARTS = Array.from({ length: SWAP_COUNT / SWAPS_A_PAGE }, (_, at) => at);

/** Paths of the pages that hold all seeds; the last two change names while fields are filled. */
export const SWAP_PATHS: readonly string[] = PARTS.map(at => `/swapping/${at}`);

export const SWAP_PAGES: Readonly<Record<string, () => string>> = {
  ...Object.fromEntries(SEEDS.map(seed => [`/swap/${seed}`, writeSwapping])),
  ...Object.fromEntries(
    SWAP_PATHS.map((path, at) => {
      const seeds = SEEDS.slice(at * SWAPS_A_PAGE, (at + 1) * SWAPS_A_PAGE);
      return [path, () => writeSwappingPage(seeds, at < PARTS.length - 2 ? 'later' : 'during')];
    }),
  ),
};
