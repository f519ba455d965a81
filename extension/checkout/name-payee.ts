import { foldLetters, foldText } from '../detect/fold-text.ts';
import { ORDER } from '../detect/order-words.ts';
import { readPaidName, readSeller } from './paid-name.ts';
import type { ReadFrom } from './read-from.ts';

/** What a page says of its own name, in the places that say it. */
export interface PayeeClues {
  host: string;
  /** Seller, organisation or site in structured data, the order's own seller first. */
  orderData: readonly string[];
  /** What the page gives to others who show a link to it. */
  siteNames: readonly string[];
  title: string;
  /** Words of the links that lead home: a logo's, mostly. */
  brands: readonly string[];
  /** The first words of what stands at its top. */
  heads: readonly string[];
  /** Lines with a copyright sign. */
  notices: readonly string[];
  /** Texts that may say who is paid. */
  paidTexts: readonly string[];
}

export interface NamedPayee {
  name: string;
  from: ReadFrom;
}

const LONGEST_NAME = 60;
const MOST_WORDS = 5;
/** Parts of a title or of a site's name that say what the page is for. */
const PURPOSE =
  /^(?:(?:secure|guest|your|my|new|online|the|express|one page) )*(?:check ?out|cart|basket|bag|order|orders|payments?|pay|billing|shipping|delivery|address|details|information|review|shop|store|shopping|home|welcome|login|sign in|account|kasse|zur kasse|kassenbereich|warenkorb|bestellung|bestellen|zahlung|versand|panier|paiement|commande|livraison|passer commande|validation|pago|pagar|pedido|carrito|finalizar compra|envio|cassa|pagamento|carrello|ordine|spedizione|afrekenen|winkelwagen|betaling|bestelling|kassa|betalning|varukorg|kurv|til kassen|kassen|zamowienie|koszyk|platnosc|dostawa|pokladna|kosik|objednavka|doprava|odeme|sepet|siparis|finalizar|step|checkout seguro|carrinho|pagamento seguro|kassalle|maksu|ostoskori)(?: (?:page|process|form|information|method|details|abschliessen|confirm|confirmation|info|options|of|#?\d+))*$|^(?:주문|주문서|결제|장바구니|주문 ?결제|주문서 ?작성|결제하기|주문 ?\/ ?결제|쇼핑몰|온라인 ?스토어|ご?注文.*|お?支払い?.*|レジ|カート|購入.*|お届け先.*|公式.*|结算|结账|結帳|购物车|購物車|确认订单|訂單.*|订单.*|付款|оформление.*|корзина|заказ|оплата|доставка)$/;
/** Who runs the shop's pages or takes the money for it is not who sells. */
const PLATFORM =
  /^(?:(?:powered by|pay with|secured by) )*(?:shopify|shop pay|stripe|paypal|klarna|afterpay|clearpay|affirm|adyen|mollie|worldpay|braintree|checkout\.com|squarespace|wix|woocommerce|wordpress|bigcommerce|magento|adobe commerce|prestashop|shopware|ecwid|cafe24|카페24|imweb|아임웹|toss ?payments|토스페이먼츠|naver ?pay|네이버페이|kakao ?pay|카카오페이|base|stores|paypay|komoju)(?: (?:checkout|payments?|pay))?$/;
const SEPARATOR = /\s+[-–—:·•»«|~]\s+|\s*[|｜•]\s*|\s+::\s+|:\s+/;
const COMMON_LABELS =
  /^(?:www|shop|store|checkout|secure|pay|payment|m|my|buy|cart|order|com|co|net|org|io|app|localhost|test|example|[a-z]{2})$/;

/** The payee's name as the page says it, best source first; null where it says none. */
export function namePayee(clues: PayeeClues): NamedPayee | null {
  const { host, orderData, siteNames, brands, heads, notices, paidTexts } = clues;
  const told = (from: ReadFrom, names: readonly string[]): NamedPayee | null => {
    const name = names.map(cleanName).find(one => one !== '' && !isPurpose(one));
    return name === undefined ? null : { name, from };
  };
  return (
    told('order_data', orderData) ??
    told(
      'text',
      [...paidTexts.map(readPaidName), readSeller(paidTexts)].flatMap(name => name ?? []),
    ) ??
    told(
      'site_name',
      siteNames.map(name => spellHost(name, [readTitle(clues.title, host) ?? '', ...heads])),
    ) ??
    told('title', [cutToHead(readTitle(clues.title, host) ?? '', heads)]) ??
    told(
      'text',
      brands.filter(brand => isLikeHost(cleanName(brand), host) || isOfAnotherScript(brand, brands)),
    ) ??
    told('text', [cutToHead(notices.flatMap(readCopyright).find(name => !isPurpose(name)) ?? '', heads)]) ??
    told('text', heads.slice(0, 1).filter(isShortName))
  );
}

/** The part of a title that names the site: the one like its host, or the one that is left beside what speaks of the order. */
function readTitle(title: string, host: string): string | null {
  const parts = title.split(SEPARATOR).map(cleanName).filter(Boolean);
  const named = parts.filter(part => !isPurpose(part) && !isNumbered(part));
  const alike = named.find(part => isLikeHost(part, host));
  if (alike) return stripPurpose(alike, host);
  return (
    findLeft(parts, named) ??
    findLeft(
      parts,
      named.filter(part => !ORDER.test(foldText(part))),
    )
  );
}

// A site that is called by its host mostly has its name elsewhere, in the same letters.
function spellHost(name: string, others: readonly string[]): string {
  const isHost = /^[\w-]+(?:\.[\w-]+)+$/.test(name);
  return (isHost && others.find(other => !other.includes('.') && isLikeHost(other, name))) || name;
}

// A title says where a shop is, a notice of what kind its company is: its head says the name alone.
function cutToHead(name: string, heads: readonly string[]): string {
  const head = heads.map(cleanName).find(one => one.length > 2 && name.startsWith(one)) ?? '';
  return head !== '' &&
    /^(?:,|\s(?:Ltd|Limited|GmbH|AG|Inc|LLC|B\.?V|S\.?A|S\.?r\.?l|AB|AS|Oy|ApS)\b)/.test(
      name.slice(head.length),
    )
    ? head
    : name;
}

// The top of a page says its name, or what it offers, warns of or is reached by.
function isShortName(head: string): boolean {
  return (
    /^[\p{Lu}\p{Lo}]/u.test(head) &&
    !/\d{2}|[!?%:]|\.$/.test(head) &&
    head.split(' ').length <= MOST_WORDS &&
    !ORDER.test(foldText(head))
  );
}

function findLeft(parts: readonly string[], named: readonly string[]): string | null {
  const [only] = named;
  return only !== undefined && named.length === 1 && parts.length > 1 ? only : null;
}

/** `Kestrel Audio Checkout` names Kestrel Audio, where the host says so too. */
function stripPurpose(part: string, host: string): string {
  const words = part.split(' ');
  for (let end = words.length - 1; end > 0; end--) {
    const name = words.slice(0, end).join(' ');
    if (isPurpose(words.slice(end).join(' ')) && isLikeHost(name, host)) return name;
  }
  return part;
}

// A host is written in Latin letters: what the only link home says in others cannot be like it.
function isOfAnotherScript(brand: string, brands: readonly string[]): boolean {
  return (
    /\p{L}/u.test(brand) && !/\p{Script=Latin}/u.test(brand) && new Set(brands.map(cleanName)).size === 1
  );
}

// One order among others.
function isNumbered(part: string): boolean {
  return /\d\s?$/.test(part) && ORDER.test(foldText(part));
}

function readCopyright(text: string): string[] {
  const after = /(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:\d{4}(?:\s*[-–—]\s*\d{4})?)?,?\s*(.+)/i.exec(text)?.[1];
  const name =
    after?.split(/\.\s|\.$|,\s|[|·•–—]|\bpowered by\b|\ball rights\b|\balle rechte\b|\btous droits\b/i)[0] ??
    '';
  return /^\p{L}/u.test(name) && !/^\d/.test(name) ? [name.replace(/\s*\d{4}\s*$/, '')] : [];
}

function isPurpose(name: string): boolean {
  const folded = foldLetters(name).replace(/[!.…]+$/, '');
  return PURPOSE.test(folded) || PLATFORM.test(folded);
}

/** Whether a name and a label of the host have the same letters in the same order. */
export function isLikeHost(name: string, host: string): boolean {
  const labels = host.split('.').filter(label => !COMMON_LABELS.test(label));
  const forms = [foldLetters(name), foldLetters(spellUmlauts(name))].map(onlyLetters);
  return labels.map(onlyLetters).some(label =>
    forms.some(form => {
      if (form.length < 3 || label.length < 3) return false;
      return form === label || (form.length > 3 && label.length > 3 && overlaps(form, label));
    }),
  );
}

function overlaps(one: string, other: string): boolean {
  return one.includes(other) || other.includes(one);
}

function onlyLetters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}

function spellUmlauts(name: string): string {
  return name.replace(/[äöü]/gi, letter => `${letter}e`);
}

function cleanName(name: string): string {
  // Some pages count what is new in their title.
  const text = name
    .replace(/\s+/g, ' ')
    .replace(/^\s?\(\d+\+?\) /, '')
    .trim();
  return text.length > LONGEST_NAME ? '' : text;
}
