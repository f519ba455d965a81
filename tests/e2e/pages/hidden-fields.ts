import { CHANGING_WAYS, GENTLE_CHANGES } from './changes-between.ts';
import { PAINTING_WAYS } from './hiding-by-paint.ts';
import { PLACING_WAYS } from './hiding-by-place.ts';
import { GENTLE_WAYS, MOVING_WAYS, SHAPING_WAYS } from './hiding-by-shape.ts';

/**
 * Ways to keep a field from a person's eyes, as scripts of the page: `outer` holds `box`, `box` holds two `fields` with
 * their labels. Each leaves the fields in the document and open to scripts.
 */
export const HIDING_WAYS: Readonly<Record<string, string>> = {
  'no display': `outer.style.display = 'none'`,
  'hidden attribute': `box.hidden = true`,
  invisible: `fields.forEach(f => (f.style.visibility = 'hidden'))`,
  collapsed: `outer.style.visibility = 'collapse'`,
  'no opacity': `box.style.opacity = '0'`,
  'hardly any opacity': `outer.style.opacity = '.05'`,
  'faint in faint': `outer.style.opacity = '.3'; box.style.opacity = '.3'`,
  'opacity by filter': `box.style.filter = 'opacity(0)'`,
  'a mask': `box.style.maskImage = 'linear-gradient(transparent, transparent)'`,
  'off the left side': `box.style.cssText = 'position:absolute;left:-9999px'`,
  'above the page': `box.style.cssText = 'position:absolute;top:-9999px'`,
  'off the right side': `box.style.cssText = 'position:absolute;left:9999px'; document.documentElement.style.overflowX = 'hidden'`,
  'fixed below the window': `box.style.cssText = 'position:fixed;top:300vh'`,
  'far below': `box.style.cssText = 'position:absolute;top:90000px'`,
  'a negative margin': `box.style.marginLeft = '-9999px'`,
  'moved away': `box.style.transform = 'translateX(-9999px)'`,
  'scaled to nothing': `box.style.transform = 'scale(0)'`,
  'turned on its edge': `box.style.transform = 'rotateY(90deg)'`,
  'one pixel': `fields.forEach(f => (f.style.cssText = 'width:1px;height:1px;padding:0;border:0'))`,
  'no height': `outer.style.cssText = 'height:0;overflow:hidden'`,
  'a scroll box of one pixel': `outer.style.cssText = 'height:1px;overflow:auto'`,
  'scrolled out of a clipping box': `outer.style.cssText = 'height:20px;overflow:hidden;position:relative'; box.style.cssText = 'position:absolute;top:60px'`,
  'inset clip path': `box.style.clipPath = 'inset(50%)'`,
  'circle clip path': `box.style.clipPath = 'circle(0)'`,
  'polygon clip path': `box.style.clipPath = 'polygon(0 0, 0 0, 0 0)'`,
  clip: `fields.forEach(f => (f.style.cssText = 'position:absolute;clip:rect(0,0,0,0)'))`,
  inert: `box.inert = true`,
  'closed details': `outer.replaceWith(details); details.append(outer); details.open = false`,
  'skipped content': `outer.style.contentVisibility = 'hidden'`,
  covered: `const c = cover(); c.style.background = '#fff'`,
  'covered, and pressed through': `const c = cover(); c.style.cssText += ';background:#fff;pointer-events:none'`,
  'covered by a picture': `const c = cover(); c.style.cssText += ';pointer-events:none;background:url("data:image/svg+xml,<svg/>")'`,
  'covered by a neighbour': `fields.forEach(f => { const c = document.createElement('i'); f.after(c); f.parentElement.style.position = 'relative'; c.style.cssText = 'position:absolute;background:#fff;left:' + f.offsetLeft + 'px;top:' + f.offsetTop + 'px;width:' + f.offsetWidth + 'px;height:' + f.offsetHeight + 'px'; })`,
  'covered by a style sheet': `box.style.position = 'relative'; sheet('#box::after{content:"";position:absolute;inset:0;background:#fff;pointer-events:none}')`,
  'posed as a pick list': `fields.forEach(f => { f.setAttribute('role', 'combobox'); f.style.opacity = '0'; })`,
  'behind its panel': `outer.style.cssText = 'background:#fff'; fields.forEach(f => (f.style.cssText = 'position:relative;z-index:-1'))`,
  'see-through letters': `fields.forEach(f => (f.style.cssText = 'color:transparent;caret-color:transparent;background:none;border:0;outline:0'))`,
  'letters in the colour of the paper': `fields.forEach(f => (f.style.cssText = 'color:#fff;background:#fff;border:0;outline:0'))`,
  'letters of no size': `fields.forEach(f => (f.style.fontSize = '0'))`,
  'letters moved out': `fields.forEach(f => (f.style.textIndent = '-9999px'))`,
  'zoomed away': `box.style.zoom = '0.02'`,
  'covered by what a neighbour draws after itself': `after.style.cssText = 'position:absolute;width:0;height:0'; sheet('#after::after{' + OVER + '}')`,
  'covered by what a neighbour draws, and pressed through': `after.style.cssText = 'position:absolute;width:0;height:0'; sheet('#after::before{' + OVER + ';pointer-events:none!important}')`,
  'covered by what a label draws': `sheet('#box{position:relative}#box label::after{' + OVER + ';pointer-events:none}')`,
  'covered by what the page draws before itself': `sheet('html::before{content:"";position:fixed;z-index:9;left:0;right:0;top:' + place().top + 'px;height:' + place().height + 'px;background:#fff;pointer-events:none}')`,
  'covered by a picture that a style sheet draws': `sheet('#box{position:relative}#box::before{' + OVER + ';background:url("data:image/svg+xml,<svg/>");pointer-events:none}')`,
  'covered by letters that are blocks': `sheet('#after{position:relative}#after::after{content:"████████████████████████████████████████";position:absolute;left:0;bottom:0;width:400px;font:60px/30px monospace;white-space:nowrap;overflow:hidden;color:#fff;pointer-events:none;height:60px}')`,
  'covered by a border': `const c = cover(); c.style.cssText += ';box-sizing:border-box;border:' + c.offsetHeight / 2 + 'px solid #fff;pointer-events:none'`,
  'covered by an outline': `const c = cover(); const { top, height } = place(); c.style.cssText += ';height:0;outline:' + height / 2 + 'px solid #fff;top:' + (top + height / 2) + 'px'`,
  'covered by a shadow': `const c = cover(); const { top, height } = place(); c.style.cssText += ';height:0;box-shadow:0 0 0 ' + height / 2 + 'px #fff;top:' + (top + height / 2) + 'px'`,
  'covered by a shadow that falls aside': `const c = cover(); c.style.cssText += ';margin-left:700px;box-shadow:-700px 0 0 0 #fff'; document.body.style.overflowX = 'hidden'`,
  'covered by two thin sheets': `for (const c of [cover(), cover()]) c.style.cssText += ';background:rgb(255 255 255/.45);pointer-events:none'`,
  'covered by many strips': `for (let at = 0; at < 40; at++) { const c = cover(); c.style.cssText += ';background:#fff;pointer-events:none;width:20px'; c.style.left = at * 20 + 'px'; }`,
  'covered, whatever a style sheet says': `const c = cover(); c.style.background = '#fff'; c.style.setProperty('pointer-events', 'none', 'important')`,
  'covered by what gives way to a sheet of ours': `const c = cover(); c.className = 'coy'; sheet('.coy{background:#fff;pointer-events:none}:root:has(style ~ style ~ style) .coy{display:none}')`,
  'covered by what gives way when it is touched': `const c = cover(); c.className = 'coy'; sheet('.coy{background:#fff;pointer-events:none}.coy[style*="pointer-events"]{display:none}')`,
  'covered by a pane that blots out': `const c = cover(); c.style.cssText += ';backdrop-filter:opacity(0);pointer-events:none'`,
  'covered by a blend': `const c = cover(); c.style.cssText += ';background:#fff;mix-blend-mode:screen;pointer-events:none'`,
  'covered by a frame': `const c = cover(), f = c.appendChild(document.createElement('iframe')); f.style.cssText = 'width:100%;height:100%;border:0;background:#fff;pointer-events:none'; c.style.pointerEvents = 'none'`,
  'covered by a canvas': `const c = cover(), f = c.appendChild(document.createElement('canvas')); f.style.cssText = 'width:100%;height:100%;pointer-events:none'; c.style.pointerEvents = 'none'`,
  'covered by an open shadow tree': `const c = cover(); c.attachShadow({ mode: 'open' }).innerHTML = '<div style="background:#fff;height:100%;pointer-events:none">'; c.style.pointerEvents = 'none'`,
  'covered by a closed shadow tree': `const c = cover(); c.attachShadow({ mode: 'closed' }).innerHTML = '<div style="background:#fff;height:100%">'; c.style.pointerEvents = 'none'`,
  'under a dialog': `const d = document.createElement('dialog'); cover().append(d); d.style.cssText = 'position:absolute;inset:0;margin:0;border:0;width:100%;height:100%;background:#fff'; d.show()`,
  'under a popover': `const c = cover(); c.popover = 'manual'; c.style.cssText += ';position:fixed;margin:0;padding:0;border:0;background:#fff;pointer-events:none'; c.style.top = place().top + 'px'; c.showPopover()`,
  'behind the backdrop of a popover': `const c = cover(); c.popover = 'manual'; c.style.cssText = 'inset:auto'; sheet('[popover]::backdrop{background:#fff;inset:auto;left:0;width:100%;top:' + place().top + 'px;height:' + place().height + 'px}'); c.showPopover()`,
  'blended into the paper': `box.style.mixBlendMode = 'screen'; sheet('#box *{color:#fff;border-color:#fff}')`,
  'a filter of the page': `document.body.insertAdjacentHTML('beforeend', '<svg width="0" height="0"><filter id="none"><feFlood flood-opacity="0"/></filter></svg>'); box.style.filter = 'url(#none)'`,
  'half turned into its opposite': `box.style.filter = 'invert(50%)'`,
  'faint by two filters': `box.style.filter = 'opacity(.25) opacity(.25)'`,
  'a mask of no size': `box.style.cssText = '-webkit-mask:linear-gradient(#000,#000) no-repeat;-webkit-mask-size:0 0'`,
  'a clip path that is a shape of the page': `document.body.insertAdjacentHTML('beforeend', '<svg width="0" height="0"><clipPath id="shape"><rect width="1" height="1"/></clipPath></svg>'); box.style.clipPath = 'url(#shape)'`,
  'a clip path from one side': `fields.forEach(f => (f.style.clipPath = 'inset(0 100% 0 0)'))`,
  'scaled to a point': `fields.forEach(f => (f.style.transform = 'scale(.01)'))`,
  'scaled to a line': `fields.forEach(f => (f.style.transform = 'scaleX(.01)'))`,
  'turned away': `fields.forEach(f => (f.style.cssText = 'transform:rotateY(180deg);backface-visibility:hidden'))`,
  'scaled by its own property': `box.style.scale = '.02'`,
  'moved by its own property': `box.style.translate = '-9999px 0'`,
  'painted within nothing': `outer.style.cssText = 'contain:strict;height:0'`,
  'clipped at the edge': `outer.style.cssText = 'overflow:clip;height:0'`,
  'skipped once out of sight': `outer.style.cssText = 'content-visibility:hidden;contain-intrinsic-size:100px 60px'`,
  'letters moved out by a share': `fields.forEach(f => (f.style.textIndent = '100%'))`,
  'letters pushed out by an edge within': `fields.forEach(f => (f.style.cssText = 'box-sizing:border-box;padding:0 0 0 ' + f.offsetWidth + 'px;width:' + f.offsetWidth + 'px'))`,
  'letters far apart': `fields.forEach(f => (f.style.letterSpacing = '900px'))`,
  'letters in the colour of the paper, said otherwise': `fields.forEach(f => (f.style.cssText = 'color:oklch(1 0 0);background:#fff;border:0;outline:0'))`,
  'letters filled with nothing': `fields.forEach(f => (f.style.webkitTextFillColor = 'rgb(0 0 0/0)'))`,
  'letters of no height': `fields.forEach(f => (f.style.fontSizeAdjust = '0'))`,
  'in a dialog that is closed': `const d = outer.appendChild(document.createElement('dialog')); d.append(box)`,
  'in a popover that is closed': `box.popover = 'manual'`,
  'in a table row that is collapsed': `box.style.cssText = 'display:table-row;visibility:collapse'`,
  'faint, in a form with a control called parentElement': `nest('parentElement'); outer.style.opacity = '.05'`,
  'faint, in a form with a control called assignedSlot': `nest('assignedSlot'); outer.style.opacity = '.05'`,
  'clipped by a form with a control called getBoundingClientRect': `nest('getBoundingClientRect').style.cssText = 'display:block;height:0;overflow:hidden'`,
  'inert by a form with a control called inert': `nest('inert').setAttribute('inert', '')`,
  'covered by a form with a control called contains': `const c = cover('form'); c.append(named('contains')); c.style.cssText += ';background:#fff;pointer-events:none'`,
  'covered by a form with a control called getBoundingClientRect': `const c = cover('form'); c.append(named('getBoundingClientRect')); c.style.cssText += ';background:#fff;pointer-events:none'`,
  'covered by the letters of a form with a control called textContent': `const c = cover('form'); c.style.cssText += ';font:60px/30px monospace;overflow:hidden;color:#fff;pointer-events:none'; c.append('█'.repeat(40), named('textContent'))`,
  ...PAINTING_WAYS,
  ...PLACING_WAYS,
  ...SHAPING_WAYS,
  ...MOVING_WAYS,
};

const TEXT_FIELDS = [
  ...['First name', 'Last name', 'Company', 'Street address', 'Apartment'],
  ...['City', 'State', 'ZIP code', 'Delivery notes'],
];

/** Marks what is to stay empty, clones too. */
const STAKE = ' data-stake';

/** A delivery form whose last two fields are hidden: at the start, by `hide()`, once something is filled or they are focused. */
export function writeHiding(way: string): string {
  const labelled = (label: string, mark = '') => `<p><label>${label} <input${mark}></label></p>`;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="style-src-elem 'nonce-own'"><title>Delivery</title>
<style nonce="own">body{margin:8px;background:#fff;color:#000;font:14px sans-serif}p{margin:4px}</style>
<form id="main"><h2>Shipping address</h2>${TEXT_FIELDS.map(label => labelled(label)).join('')}
<div id="outer"><div id="box">${labelled('Email', STAKE)}${labelled('Phone', STAKE)}</div><b id="after"></b></div></form>
<script>
const outer = document.getElementById('outer'), box = document.getElementById('box');
const main = document.getElementById('main');
const fields = [...box.querySelectorAll('input')], details = document.createElement('details');
const OVER = 'content:"";position:absolute;z-index:9;left:0;bottom:0;width:400px;height:60px;background:#fff';
const after = document.getElementById('after');
const MOSTLY_AWAY = [0, .3, .31, 1].map(offset => ({ offset, translate: offset > .3 ? '-900px' : '0' }));
const FOR_EVER = { duration: 3600000, iterations: Infinity };
const place = () => box.getBoundingClientRect();
const sheet = text => document.head.appendChild(Object.assign(document.createElement('style'), { nonce: 'own', textContent: text }));
const named = name => Object.assign(document.createElement('output'), { name });
const nest = name => {
  const form = outer.appendChild(document.createElement('form'));
  form.id = 'nested';
  form.append(box);
  for (const field of fields) field.setAttribute('form', 'main');
  const control = named(name);
  control.setAttribute('form', 'nested');
  outer.before(control);
  return form;
};
const cover = (tag = 'div') => {
  const { left, top, width, height } = place();
  const over = document.body.appendChild(document.createElement(tag));
  over.style.cssText = 'position:absolute;z-index:9;left:' + left + 'px;top:' + (top + scrollY) + 'px;width:' + width + 'px;height:' + height + 'px';
  return over;
};
globalThis.hiddenNow = false;
globalThis.cameFrom = location.pathname + location.search;
globalThis.leaked = [];
globalThis.hide = () => { if (hiddenNow) return; hiddenNow = true; ${way} };
for (const field of fields) field.addEventListener('input', () => hiddenNow && leaked.push(field.value));
if (location.search === '?start') hide();
if (location.search === '?never') hiddenNow = true;
if (location.search === '?focus') for (const field of fields) field.addEventListener('focus', hide);
if (location.search === '?during')
  document.addEventListener('input', ({ target }) => fields.includes(target) || hide(), true);
</script>`;
}

/** When the fields are hidden; `never` tells that the same fields would have been filled. */
const HIDING_MODES = ['start', 'later', 'during', 'focus', 'never'] as const;
export type HidingMode = (typeof HIDING_MODES)[number];

/** No more frames of a page are looked at than 50. */
const FRAMES_A_PAGE = 30;
const ALL_WAYS = { ...HIDING_WAYS, ...GENTLE_WAYS, ...CHANGING_WAYS, ...GENTLE_CHANGES };
const WAYS = Object.keys(ALL_WAYS);
const HIDING = Object.keys(HIDING_WAYS);

/** A page with some of the ways, each in a frame of the same site. */
export interface HidingPage {
  path: string;
  ways: string[];
}

/** The pages that hide their fields at one time, all ways together; where no way is ever run all forms are the same one. */
export function listHidingPages(mode: HidingMode): HidingPage[] {
  if (mode === 'never') return [{ path: '/hiding/never/0', ways: HIDING.slice(0, 1) }];
  // Sight is judged as it is otherwise: whether it is judged then, some of the ways tell.
  if (mode === 'focus') return [{ path: '/hiding/focus/0', ways: HIDING.slice(0, FRAMES_A_PAGE) }];
  return HIDING.flatMap((_, at) =>
    at % FRAMES_A_PAGE === 0
      ? [{ path: `/hiding/${mode}/${at}`, ways: HIDING.slice(at, at + FRAMES_A_PAGE) }]
      : [],
  );
}

/** A page with these ways, each in a frame. */
export function writeHidingPage(mode: HidingMode, ways: readonly string[]): string {
  const frames = ways.map(
    way =>
      `<iframe src="/hide/${WAYS.indexOf(way)}?${mode}" style="display:block;width:600px;height:440px;border:0"></iframe>`,
  );
  return `<!doctype html><html lang="en"><title>Hidden fields</title><h1>Checkout</h1>${frames.join('')}`;
}

declare const leaked: string[];
declare const cameFrom: string;
declare const fields: HTMLInputElement[];

/**
 * Runs in one frame of a hiding page: the address that it came from, what its hidden fields got, and whether the visible
 * ones got something.
 */
export function readHidingForm(): HidingForms[number] {
  const stakes = new Set([...document.querySelectorAll<HTMLInputElement>('[data-stake]'), ...fields]);
  const hidden = cameFrom.endsWith('?during') ? [] : [...stakes].filter(({ value }) => value !== '');
  const [, , , , , city] = document.querySelectorAll('input');
  return { url: cameFrom, got: leaked.length + hidden.length, filled: city?.value !== '' };
}

/** What is read in all frames of a hiding page, by the address of each. */
export type HidingForms = readonly { url: string; got: number; filled: boolean }[];

/** Ways whose hidden fields got something, and ways beside which the visible fields got nothing. */
export function judgeHiding(forms: HidingForms): { leaky: string[]; unfilled: string[] } {
  const nameWay = ({ url }: { url: string }) => WAYS[Number(/\/hide\/(\d+)/.exec(url)?.[1])] ?? url;
  return {
    leaky: forms.filter(({ got }) => got > 0).map(nameWay),
    unfilled: forms.filter(({ filled }) => !filled).map(nameWay),
  };
}

/** The path of a page of fields that nothing hides, whatever happens to them once something is filled. */
export const GENTLE_PATH = '/hiding/gentle';
export const GENTLE = Object.keys(GENTLE_WAYS);

/** Pages whose fields become others between preview and fill, and stay what they are. */
export const CHANGING_PATH = '/hiding/changing';
export const CHANGING = Object.keys(CHANGING_WAYS);
export const UNCHANGED_PATH = '/hiding/unchanged';
export const UNCHANGED = Object.keys(GENTLE_CHANGES);

/** By path: pages and the frames in them. */
export const HIDING_PAGES: Readonly<Record<string, () => string>> = {
  ...Object.fromEntries(
    HIDING_MODES.flatMap(mode =>
      listHidingPages(mode).map(({ path, ways }) => [path, () => writeHidingPage(mode, ways)] as const),
    ),
  ),
  [GENTLE_PATH]: () => writeHidingPage('during', GENTLE),
  [CHANGING_PATH]: () => writeHidingPage('later', CHANGING),
  [UNCHANGED_PATH]: () => writeHidingPage('later', UNCHANGED),
  ...Object.fromEntries(
    Object.values(ALL_WAYS).map((way, at) => [`/hide/${at}`, () => writeHiding(way)] as const),
  ),
};
