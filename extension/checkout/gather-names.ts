import { callOwn } from '../detect/call-own.ts';
import { isSelected, parentOf, readOwn } from '../detect/read-own.ts';
import { type CheckoutClues, CLUE_LIMITS } from './checkout-clues.ts';

const HOME_LINKS = 'header a[href],a[rel=home],a[class*=logo],a[class*=brand],[class*=logo] a[href]';
const MOST_LINKS = 12;
const SITE_NAMES = ['og:site_name', 'application-name', 'apple-mobile-web-app-title'];

const HEADS = 'header,[role=banner],[class~=brand],[class*=logo]';
/** What stands at the top of a page and leads elsewhere or asks for something. */
const NO_HEAD = 'nav,button,select,form,script,style,template,a:not([href="/"]),[hidden]';
const PICTURE = 'img[alt],svg[aria-label]';

type Names = Pick<CheckoutClues, 'siteNames' | 'brands' | 'heads' | 'notices'>;

/** What a page calls itself beside its title and its order data. */
export function gatherNames(document: Document): Names {
  return {
    siteNames: SITE_NAMES.flatMap(name => readMeta(document, name)),
    brands: listBrands(document),
    heads: listHeads(document),
    notices: listNotices(document),
  };
}

function readMeta(document: Document, name: string): string[] {
  const element = callOwn(document, 'querySelector', `meta[property="${name}"],meta[name="${name}"]`);
  const text = element?.getAttribute('content')?.trim().slice(0, CLUE_LIMITS.name);
  return text ? [text] : [];
}

function listBrands(document: Document): string[] {
  const links = [
    ...(callOwn(document, 'querySelectorAll', HOME_LINKS) as NodeListOf<HTMLAnchorElement>),
  ].slice(0, MOST_LINKS);
  return links
    .filter(({ href }) => isHome(href, document.location))
    .flatMap(link => {
      const picture = link.querySelector(PICTURE);
      return [picture && readPicture(picture), link.getAttribute('aria-label'), link.textContent].flatMap(
        clean,
      );
    });
}

/** The first words, or the first picture's, of what stands at the top. */
function listHeads(document: Document): string[] {
  const boxes = [...callOwn(document, 'querySelectorAll', HEADS)].slice(0, CLUE_LIMITS.heads);
  return boxes.flatMap(box => clean(readFirst(box)));
}

function readFirst(box: Element): string | null {
  const kinds = NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT;
  const walker = callOwn(box.ownerDocument, 'createTreeWalker', box, kinds);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node instanceof Element ? node : parentOf(node);
    const said = isSelected(node, PICTURE) ? readPicture(node as Element) : (node.nodeValue ?? '');
    if (!said.trim() || !element || readOwn(element, 'closest').call(element, NO_HEAD)) continue;
    return element.checkVisibility() ? said : null;
  }
  return null;
}

function readPicture(picture: Element): string {
  return picture.getAttribute('alt') ?? picture.getAttribute('aria-label') ?? '';
}

function clean(text: string | null | undefined): string[] {
  const short = text?.replace(/\s+/g, ' ').trim().slice(0, CLUE_LIMITS.name);
  return short ? [short] : [];
}

function isHome(href: string, { origin }: Location): boolean {
  const url = URL.parse(href);
  return url?.origin === origin && /^\/(?:[a-z]{2}(?:[-_][a-z]{2})?\/?)?$/i.test(url.pathname);
}

function listNotices(document: Document): string[] {
  const places = callOwn(
    document,
    'querySelectorAll',
    'footer, [class*=footer], [id*=footer], [class*=copyright], small',
  );
  const notices: string[] = [];
  for (const place of [...places].slice(0, MOST_LINKS)) {
    const text = (place.textContent ?? '').slice(0, 4000);
    const at = text.search(/©|\(c\)\s*\d|copyright/i);
    if (at >= 0) notices.push((text.slice(at).split('\n')[0] ?? '').slice(0, CLUE_LIMITS.notice));
  }
  return notices;
}
