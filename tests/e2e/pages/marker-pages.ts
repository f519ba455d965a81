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

/** Pages on which the marker must behave, by path. */
export const MARKER_PAGES: Readonly<Record<string, () => string>> = {
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
