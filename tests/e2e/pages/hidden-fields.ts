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
  'covered by a style sheet': `box.style.position = 'relative'; document.head.insertAdjacentHTML('beforeend', '<style>#box::after{content:"";position:absolute;inset:0;background:#fff;pointer-events:none}</style>')`,
  'posed as a pick list': `fields.forEach(f => { f.setAttribute('role', 'combobox'); f.style.opacity = '0'; })`,
  'behind its panel': `outer.style.cssText = 'background:#fff'; fields.forEach(f => (f.style.cssText = 'position:relative;z-index:-1'))`,
  'see-through letters': `fields.forEach(f => (f.style.cssText = 'color:transparent;caret-color:transparent;background:none;border:0;outline:0'))`,
  'letters in the colour of the paper': `fields.forEach(f => (f.style.cssText = 'color:#fff;background:#fff;border:0;outline:0'))`,
  'letters of no size': `fields.forEach(f => (f.style.fontSize = '0'))`,
  'letters moved out': `fields.forEach(f => (f.style.textIndent = '-9999px'))`,
  'zoomed away': `box.style.zoom = '0.02'`,
};

const TEXT_FIELDS = [
  ...['First name', 'Last name', 'Company', 'Street address', 'Apartment'],
  ...['City', 'State', 'ZIP code', 'Delivery notes'],
];

/** A delivery form whose last two fields are hidden: at the start, by `hide()`, or once something is filled. */
export function writeHiding(way: string): string {
  const labelled = (label: string) => `<p><label>${label} <input></label></p>`;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${way}</title>
<style>body{margin:8px;background:#fff;color:#000;font:14px sans-serif}p{margin:4px}</style>
<form><h2>Shipping address</h2>${TEXT_FIELDS.map(labelled).join('')}
<div id="outer"><div id="box">${labelled('Email')}${labelled('Phone')}</div></div></form>
<script>
const outer = document.getElementById('outer'), box = document.getElementById('box');
const fields = [...box.querySelectorAll('input')], details = document.createElement('details');
const cover = () => {
  const { left, top, width, height } = box.getBoundingClientRect();
  const over = document.body.appendChild(document.createElement('div'));
  over.style.cssText = 'position:absolute;z-index:9;left:' + left + 'px;top:' + (top + scrollY) + 'px;width:' + width + 'px;height:' + height + 'px';
  return over;
};
globalThis.hiddenNow = false;
globalThis.leaked = [];
globalThis.hide = () => { if (hiddenNow) return; hiddenNow = true; ${way} };
for (const field of fields) field.addEventListener('input', () => hiddenNow && leaked.push(field.value));
if (location.search === '?start') hide();
if (location.search === '?during')
  document.addEventListener('input', ({ target }) => fields.includes(target) || hide(), true);
</script>`;
}

/** All ways on one page, each in a frame of the same site. */
export function writeHidingPage(mode: 'start' | 'later' | 'during'): string {
  const frames = Object.keys(HIDING_WAYS).map(
    (_, at) =>
      `<iframe src="/hide/${at}?${mode}" style="display:block;width:600px;height:440px;border:0"></iframe>`,
  );
  return `<!doctype html><html lang="en"><title>Hidden fields</title><h1>Checkout</h1>${frames.join('')}`;
}

/** By path: `/hiding/<mode>` and the frames in it. */
export const HIDING_PAGES: Readonly<Record<string, () => string>> = {
  ...Object.fromEntries(
    (['start', 'later', 'during'] as const).map(mode => [`/hiding/${mode}`, () => writeHidingPage(mode)]),
  ),
  ...Object.fromEntries(Object.values(HIDING_WAYS).map((way, at) => [`/hide/${at}`, () => writeHiding(way)])),
};
