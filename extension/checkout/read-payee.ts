import { type NamedPayee, namePayee } from './name-payee.ts';
import type { StructuredOrder } from './read-structured.ts';

const HOME_LINKS = 'header a[href],a[rel=home],a[class*=logo],a[class*=brand],[class*=logo] a[href]';
const MOST_LINKS = 12;
const LONGEST_NOTICE = 160;

/** The payee's name with its source, from the whole page's clues; null where the page says none. */
export function readPayee(document: Document, structured: StructuredOrder): NamedPayee | null {
  const { title } = document;
  const host = document.location.hostname;
  const early = { host, title, orderData: structured.sellers, siteNames: structured.siteNames };
  // The texts of a page are walked only where nothing better names it.
  return (
    namePayee({ ...early, brands: [], notices: [] }) ??
    namePayee({ ...early, brands: listBrands(document), notices: listNotices(document) })
  );
}

function listBrands(document: Document): string[] {
  const links = [...document.querySelectorAll<HTMLAnchorElement>(HOME_LINKS)].slice(0, MOST_LINKS);
  return links
    .filter(({ href }) => isHome(href, document.location))
    .flatMap(link => {
      const picture = link.querySelector('img[alt],svg[aria-label]');
      const label = picture?.getAttribute('alt') ?? picture?.getAttribute('aria-label');
      return [label, link.getAttribute('aria-label'), link.textContent].flatMap(text => text?.trim() || []);
    });
}

function isHome(href: string, { origin }: Location): boolean {
  const url = URL.parse(href);
  return url?.origin === origin && /^\/(?:[a-z]{2}(?:[-_][a-z]{2})?\/?)?$/i.test(url.pathname);
}

function listNotices(document: Document): string[] {
  const places = document.querySelectorAll(
    'footer, [class*=footer], [id*=footer], [class*=copyright], small',
  );
  const notices: string[] = [];
  for (const place of [...places].slice(0, MOST_LINKS)) {
    const text = (place.textContent ?? '').slice(0, 4000);
    const at = text.search(/©|\(c\)\s*\d|copyright/i);
    if (at >= 0) notices.push((text.slice(at).split('\n')[0] ?? '').slice(0, LONGEST_NOTICE));
  }
  return notices;
}
