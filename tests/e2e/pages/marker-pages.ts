/** A short delivery form; `head`, `extra` and the form's class make the rest. */
function makePage({ head = '', extra = '', open = '', close = '' }: Record<string, string>): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Checkout – Lamps</title>${head}</head><body>
${open}<form>
<p><label>Full name <input name="name" autocomplete="name"></label></p>
<p><label>Street address <input name="street" autocomplete="address-line1"></label></p>
<p><label>City <input name="city" autocomplete="address-level2"></label></p>
<p><label>ZIP code <input name="zip" autocomplete="postal-code"></label></p>
<p><label>Gift message <input name="message"></label></p>
</form>${close}${extra}</body></html>`;
}

const PLAIN_STYLE = '<style>input { width: 260px; height: 32px; font-size: 16px; }</style>';

/** A list of the shop's own, without a layer, that lies over the end of the street field and over the city. */
const LIST = `<ul id="list" hidden style="position: absolute; left: 0; top: 0; width: 500px; height: 200px; margin: 0; background: #fff">
<li>1 Lamp Street</li><li>2 Lamp Street</li></ul>`;

const DARK_STYLE =
  '<style>body { background: #111; color: #eee } input { background: #222; color: #eee; border: 1px solid #555 }</style>';

/** A drawing of the shop's own at the end of each field, as password boxes and date fields have one. */
const ICON_STYLE = `${PLAIN_STYLE}<style>label { position: relative; display: inline-block }
label b { position: absolute; right: 4px; bottom: 6px; width: 22px; height: 22px; border-radius: 50%; background: #b5b0a4 }</style>`;

/** Where a marker is looked at, by path: on light and on dark. */
export const LOOKS = {
  '/rtl': { head: PLAIN_STYLE, open: '<div dir="rtl">', close: '</div>' },
  '/zoomed': { head: `${PLAIN_STYLE}<style>html { zoom: 1.5 }</style>` },
  '/narrow': { head: '<style>input { width: 96px; height: 24px; font-size: 13px }</style>' },
  '/tall': {
    head: '<style>input { width: 300px; height: 64px; font-size: 20px; border-radius: 32px }</style>',
  },
  '/icon': {
    head: ICON_STYLE,
    extra: `<script>for (const input of document.querySelectorAll('input')) input.after(document.createElement('b'))</script>`,
  },
  '/named-colour': {
    head: `${PLAIN_STYLE}<style>input { background: oklch(0.25 0.05 250); color: #fff }</style>`,
  },
  '/shadow': {
    head: PLAIN_STYLE,
    extra: `<script>const form = document.querySelector('form'), host = document.createElement('shop-form');
      form.before(host); const root = host.attachShadow({ mode: 'closed' }); root.append(document.querySelector('style').cloneNode(true), form);
      globalThis.focusStreet = () => root.querySelector('[name=street]').focus();
      globalThis.readStreetBox = () => root.querySelector('[name=street]').getBoundingClientRect().toJSON();</script>`,
  },
} as const satisfies Record<string, Record<string, string>>;

export type Look = keyof typeof LOOKS;

function makeLooks(): Record<string, () => string> {
  const pages: Record<string, () => string> = {};
  for (const [path, page] of Object.entries<Record<string, string>>(LOOKS)) {
    pages[path] = () => makePage(page);
    pages[`${path}/dark`] = () => makePage({ ...page, head: `${page.head ?? ''}${DARK_STYLE}` });
  }
  return pages;
}

/** Pages on which the marker must behave, by path. */
export const MARKER_PAGES: Readonly<Record<string, () => string>> = {
  ...makeLooks(),
  '/frame': () =>
    '<!doctype html><title>Checkout – Lamps</title><h1>Checkout</h1><iframe src="/plain" style="width: 420px; height: 320px; border: 1px solid #999"></iframe>',
  '/plain': () => makePage({ head: PLAIN_STYLE }),
  '/strict': () =>
    makePage({
      head: `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'none'; script-src 'none'; img-src 'none'; require-trusted-types-for 'script'">`,
    }),
  '/dark': () =>
    makePage({
      head: `${PLAIN_STYLE}<style>body { background: #111; color: #eee } input { background: #222; color: #eee }</style>`,
    }),
  '/list': () => makePage({ head: PLAIN_STYLE, extra: LIST }),
  '/grid': () =>
    makePage({
      head: `${PLAIN_STYLE}<style>html { display: grid; grid-auto-rows: auto; gap: 40px } body { margin: 0 }</style>`,
    }),
  '/dialog': () =>
    makePage({
      head: PLAIN_STYLE,
      open: '<dialog id="box" style="transform: translateX(20px)">',
      close: '</dialog>',
      extra: '<script>document.getElementById("box").showModal()</script>',
    }),
  '/layer': () =>
    makePage({
      head: PLAIN_STYLE,
      open: '<div style="position: fixed; z-index: 900; inset: 20px; background: #fff">',
      close: '</div>',
    }),
};

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** What is right about a marker at a field. */
export const RIGHT_PLACE = { size: 16, isInMiddle: true, isAtEnd: true };

/** How a marker stands to its field: within a pixel, and not farther from its end than an icon's width. */
export function judgePlace(marker: Box | null, field: Box): typeof RIGHT_PLACE {
  if (!marker) return { size: 0, isInMiddle: false, isAtEnd: false };
  const middle = marker.y + marker.height / 2 - (field.y + field.height / 2);
  const ends = [field.x, field.x + field.width].map(end => Math.abs(marker.x + marker.width / 2 - end));
  return {
    size: Math.round(marker.width),
    isInMiddle: Math.abs(middle) <= 1,
    isAtEnd: Math.min(...ends) <= 48,
  };
}
