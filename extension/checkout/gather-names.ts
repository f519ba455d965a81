import { callOwn } from '../detect/call-own.ts';
import { type CheckoutClues, CLUE_LIMITS } from './checkout-clues.ts';

const HOME_LINKS = 'header a[href],a[rel=home],a[class*=logo],a[class*=brand],[class*=logo] a[href]';
const MOST_LINKS = 12;
const SITE_NAMES = ['og:site_name', 'application-name', 'apple-mobile-web-app-title'];

type Names = Pick<CheckoutClues, 'siteNames' | 'brands' | 'notices'>;

/** What a page calls itself beside its title and its order data. */
export function gatherNames(document: Document): Names {
  return {
    siteNames: SITE_NAMES.flatMap(name => readMeta(document, name)),
    brands: listBrands(document),
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
      const picture = link.querySelector('img[alt],svg[aria-label]');
      const label = picture?.getAttribute('alt') ?? picture?.getAttribute('aria-label');
      return [label, link.getAttribute('aria-label'), link.textContent].flatMap(clean);
    });
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
