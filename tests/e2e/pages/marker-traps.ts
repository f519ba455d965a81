/** A field that has something of the shop's own at its end, and where that is. */
export interface MarkerTrap {
  /** The markup; the field to focus is called `street`. */
  body: string;
  style?: string;
  /** What of the shop's own stays free: elements, or what is drawn so far from the field's end, in pixels. */
  own: string | readonly [from: number, to: number];
  script?: string;
  /** There is no place for the marker. */
  hidden?: true;
}

declare global {
  var readOwnBoxes: (() => DOMRect[]) | undefined;
}

const EYE = `url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='20' height='20'%3E%3Ccircle cx='10' cy='10' r='9' fill='%23b5662f'/%3E%3C/svg%3E")`;
const field = (more = '') => `<input name="street" autocomplete="address-line1" ${more}>`;
const label = (inside: string) => `<p><label for="street">Street address</label> ${inside}</p>`;
const wrapped = (inside: string) =>
  `<p>Street address</p><div class="box" style="position: relative; width: 280px">${inside}</div>`;
const ICON =
  '<b class="own" style="position: absolute; right: 6px; top: 6px; width: 20px; height: 20px; border-radius: 50%; background: #b5662f; pointer-events: none"></b>';

/** By what stands at the end of the field. */
export const MARKER_TRAPS: Readonly<Record<string, MarkerTrap>> = {
  'a picture behind the field, with room kept for it': {
    body: label(field()),
    style: `input { background: #fff ${EYE} no-repeat right 8px center; padding-right: 36px }`,
    own: [8, 28],
  },
  'a picture behind the field, without room': {
    body: label(field()),
    style: `input { background: #fff ${EYE} no-repeat calc(100% - 6px) 50% }`,
    own: [6, 26],
  },
  'a picture behind the field, written from right to left': {
    body: `<div dir="rtl">${label(field())}</div>`,
    style: `input { background: #fff ${EYE} no-repeat left 8px center }`,
    own: [8, 28],
  },
  'a drawing that lets the pointer through': { body: wrapped(field() + ICON), own: '.own' },
  'a drawing after its wrapper': {
    body: wrapped(field()),
    style:
      '.box::after { content: ""; position: absolute; right: 8px; top: 6px; width: 20px; height: 20px; background: #b5662f; pointer-events: none }',
    own: [8, 28],
  },
  'a sign after its label': {
    body: `<p><label class="box" style="position: relative; display: inline-block">Street address<br>${field()}</label></p>`,
    style: '.box::after { content: "✓"; position: absolute; right: 10px; bottom: 6px; pointer-events: none }',
    own: [8, 26],
  },
  'a word that lets the pointer through': {
    body: wrapped(
      `${field()}<span class="own" style="position: absolute; right: 10px; top: 7px; pointer-events: none">Optional</span>`,
    ),
    own: '.own',
  },
  'an eye that is pressed': {
    body: wrapped(
      `${field()}<button type="button" class="own" style="position: absolute; right: 4px; top: 5px; width: 24px; height: 22px">o</button>`,
    ),
    own: '.own',
  },
  'two buttons': {
    body: wrapped(
      `${field()}<button type="button" class="own" style="position: absolute; right: 4px; top: 5px; width: 24px; height: 22px">o</button><button type="button" class="own" style="position: absolute; right: 32px; top: 5px; width: 24px; height: 22px">x</button>`,
    ),
    own: '.own',
  },
  'a list of suggestions of the browser': {
    body: `${label(field('list="towns"'))}<datalist id="towns"><option>1 Lamp Street</datalist>`,
    own: [2, 22],
  },
  'the cross of a search field': {
    body: label(field('type="search" value="1 Lamp Street"')),
    own: [2, 20],
  },
  'words that are written to the end': {
    body: label(field('value="1 Lamp Street"')),
    style: 'input { text-align: right }',
    own: [2, 110],
  },
  'a bar that lies over the upper half of the field': {
    hidden: true,
    body: `${label(field())}<div class="own" style="position: fixed; left: 0; right: 0; top: 0; background: #ddd"></div>`,
    own: '.own',
    script: "document.querySelector('.own').style.height = (street.getBoundingClientRect().top + 12) + 'px'",
  },
  'a frame that is narrower than its field': {
    body: '<p>Street address</p><div class="box" style="border: 1px solid; width: 240px; height: 32px">'.concat(
      field('style="border: 0"'),
      '</div>',
    ),
    own: [36, 46],
  },
  'words as wide as they are high': {
    body: label(field('value="東京都千代田区丸の内一丁目九番"')),
    own: [34, 276],
  },
  'words beside a field that is full': {
    hidden: true,
    body: `<p><label for="street">Street address</label> ${field('value="A street with a name that fills all of it"')} <span class="own">or a box</span></p>`,
    own: '.own',
  },
  'words beside a field without an element of their own': {
    hidden: true,
    body: `<p>Street address ${field('value="A street with a name that fills all of it"')} or a box</p>`,
    own: [-60, 0],
  },
  'a star after a field that is full': {
    hidden: true,
    body: `<p><span class="box">Street address ${field('value="A street with a name that fills all of it"')}</span></p>`,
    style: '.box::after { content: " *" }',
    own: [-18, 0],
  },
};

/** The page of a trap; it tells where its own things are. */
export function renderTrap({ body, style = '', own, script = '' }: MarkerTrap): string {
  const read =
    typeof own === 'string'
      ? `[...document.querySelectorAll('${own}')].map(one => one.getBoundingClientRect().toJSON())`
      : `[(({ left, right, top, height }) => getComputedStyle(street).direction === 'rtl'
        ? { left: left + ${own[0]}, right: left + ${own[1]}, top, bottom: top + height }
        : { left: right - ${own[1]}, right: right - ${own[0]}, top, bottom: top + height })(street.getBoundingClientRect())]`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Checkout – Lamps</title>
<style>input { box-sizing: border-box; width: 280px; height: 32px; font: 16px sans-serif } ${style}</style></head><body>
<form><p><label>Full name <input name="name" autocomplete="name"></label></p>${body}
<p><label>City <input name="city" autocomplete="address-level2"></label></p>
<p><label>ZIP code <input name="zip" autocomplete="postal-code"></label></p></form>
<script>const street = document.querySelector('[name=street]'); street.id = 'street';
globalThis.readOwnBoxes = () => ${read};${script}</script></body></html>`;
}
