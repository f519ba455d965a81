/** What a reply says: decoded subject, text (made from HTML where there was no text) and HTML. */
export interface ReplyWords {
  subject: string;
  text: string;
  html: string;
}

const BRACKETED = /\[\s*(\d{6})\s*\]/g;
const BARE = /(?<![\d.,-])\d{6}(?![\d.,-]\d|\d)/g;

/**
 * The code in a reply (S30). Mail programs quote, wrap and restyle what we sent, so that the bracketed code is looked
 * for first in the subject, then in text and HTML; a person who wrote only the six digits is understood too.
 * Null where there is none or where it cannot be told which of several is meant.
 */
export function findCode({ subject, text, html }: ReplyWords): string | null {
  const sources = [subject, text, stripTags(html)].map(source => source.normalize('NFKC'));
  for (const source of sources) {
    const codes = new Set(Array.from(source.matchAll(BRACKETED), match => match[1] ?? ''));
    if (codes.size === 1) return codes.values().next().value ?? null;
    if (codes.size > 1) return null;
  }
  const bare = new Set(sources.flatMap(source => source.match(BARE) ?? []));
  return bare.size === 1 ? (bare.values().next().value ?? null) : null;
}

function stripTags(html: string): string {
  return html.replace(/<[^>]*>/g, '').replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
}

const QUOTE_START =
  /^\s*(>|On .+wrote:\s*$|-{2,}\s*(Original|Forwarded)|-{5,}|From:\s|보낸 ?사람:|差出人:|_{5,}|\d{4}[년年./-].*(:|작성|書きました))/;
const DOUBT =
  /\b(not me|was\s?n.?t me|did\s?n.?t order|did not order|never ordered|do not confirm|don.?t confirm|decline|reject|cancel|fraud|scam)\b|^\s*(no|stop)\b[\s.!,]*$|아니(요|오|에요|야)|아닙니다|취소|거절|주문하지\s?않|사기|いいえ|違います|ちがいます|キャンセル|取り消|拒否|注文していません|詐欺/im;

/** Whether what a person wrote above the quoted mail may mean no. Then a reply confirms nothing. */
export function soundsLikeNo(text: string): boolean {
  const lines = text.split(/\r?\n/);
  // Our own words say how to decline; they come after the code, also where a mail program quotes without a mark.
  const end = lines.findIndex(line => QUOTE_START.test(line) || /\[\s*\d{6}\s*\]/.test(line));
  return DOUBT.test((end === -1 ? lines : lines.slice(0, end)).join('\n'));
}
