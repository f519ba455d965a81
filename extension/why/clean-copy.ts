import type { KnownWords } from '../detect/known-words.ts';
import type { CopiedElement, CopiedPage } from '../messages/why-map.ts';
import { createWordMask, type WordMask } from './mask-words.ts';

/** A control of the copy; `cid` is its `data-cid`. */
export interface CopiedControl {
  cid: number;
  /** Its place among the controls of the page. */
  order: number;
  tag: string;
  type: string;
  name: string;
  id: string;
  autocomplete: string;
}

/** A page for the corpus, without a word that may be somebody's. */
export interface CleanCopy {
  html: string;
  controls: CopiedControl[];
  /** Words that were taken out. */
  takenOut: string[];
}

const TEXTS = new Set(['placeholder', 'title', 'aria-label']);
/** Attributes whose values the standards list, or that count something. */
const PLAIN: Readonly<Record<string, RegExp>> = {
  maxlength: /^\d{1,4}$/,
  size: /^\d{1,3}$/,
  inputmode: /^(?:none|text|tel|url|email|numeric|decimal|search)$/,
  type: /^(?:text|tel|email|url|search|number|password|date|month|time|week|datetime-local|select-one)$/,
};
const EMPTY = new Set(['required', 'disabled', 'readonly', 'multiple', 'hidden']);
/** Tokens of the standard; a section of the page's own naming may say anything. */
const AUTOCOMPLETE =
  /^(?:on|off|shipping|billing|home|work|mobile|fax|pager|name|honorific-(?:pre|suf)fix|given-name|additional-name|family-name|nickname|username|new-password|current-password|one-time-code|organization(?:-title)?|street-address|address-(?:line[123]|level[1234])|country(?:-name)?|postal-code|cc-(?:name|given-name|additional-name|family-name|number|exp|exp-month|exp-year|csc|type)|transaction-(?:currency|amount)|language|bday(?:-day|-month|-year)?|sex|url|photo|tel(?:-country-code|-national|-area-code|-local|-local-prefix|-local-suffix|-extension)?|email|impp)$/;

/** Writes the copy: unknown words are masked, ids stay different from each other, and only listed attributes stay. */
export function cleanCopy(page: CopiedPage, known: KnownWords, kept: ReadonlySet<string>): CleanCopy {
  const mask = createWordMask(known, kept);
  const ids = createIdMap(mask);
  const controls: CopiedControl[] = [];
  const open: string[] = [];
  const lines = page.parts.map(part => {
    if (part === null) return closeTag(open.pop());
    if (typeof part === 'string') return escapeText(mask.text(part));
    const attributes = part.attributes.flatMap(([name, value]) => cleanAttribute(name, value, mask, ids));
    const cid = part.order === null ? null : controls.length;
    if (cid !== null) controls.push(toControl(part, cid, attributes));
    open.push(part.tag);
    return openTag(part.tag, cid === null ? attributes : [['data-cid', String(cid)], ...attributes]);
  });
  const language = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(page.language) ? page.language : '';
  const html = `<!doctype html>\n<html lang="${language}"><head><meta charset="utf-8"><title>__copy__</title></head><body>\n${lines.join('\n')}\n</body></html>\n`;
  return { html, controls, takenOut: mask.takenOut() };
}

type Attribute = [name: string, value: string];

function cleanAttribute(name: string, value: string, mask: WordMask, ids: IdMap): Attribute[] {
  if (EMPTY.has(name)) return [[name, '']];
  const plain = PLAIN[name];
  if (plain) return plain.test(value) ? [[name, value]] : [];
  if (TEXTS.has(name)) return [[name, mask.text(value)]];
  if (name === 'name' || name === 'value') return [[name, mask.identifier(value)]];
  if (name === 'id' || name === 'for') return [[name, ids(value)]];
  if (name === 'aria-labelledby') return [[name, value.split(/\s+/).map(ids).join(' ')]];
  if (name === 'autocomplete') return cleanAutocomplete(value);
  return name === 'pattern' && !/\p{L}{2}|\d{3}/u.test(value) ? [[name, value]] : [];
}

function cleanAutocomplete(value: string): Attribute[] {
  const tokens = value.toLowerCase().split(/\s+/);
  const standard = tokens.filter(token => AUTOCOMPLETE.test(token));
  return standard.length === 0 ? [] : [['autocomplete', standard.join(' ')]];
}

type IdMap = (id: string) => string;

/** The same id always becomes the same, and two ids never become one. */
function createIdMap(mask: WordMask): IdMap {
  const known = new Map<string, string>();
  const used = new Set<string>();
  return id => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const masked = mask.identifier(id);
    let unique = masked;
    for (let count = 2; used.has(unique); count++) unique = `${masked}_${count}`;
    known.set(id, unique);
    used.add(unique);
    return unique;
  };
}

function toControl(
  { tag, order }: CopiedElement,
  cid: number,
  attributes: readonly Attribute[],
): CopiedControl {
  const read = (name: string) => attributes.find(([one]) => one === name)?.[1] ?? '';
  const type = tag === 'input' ? read('type') || 'text' : tag;
  const [name, id, autocomplete] = [read('name'), read('id'), read('autocomplete')];
  return { cid, order: order ?? 0, tag, type, name, id, autocomplete };
}

function openTag(tag: string, attributes: readonly Attribute[]): string {
  const written = attributes.map(([name, value]) => ` ${name}="${escapeText(value)}"`);
  return `<${tag}${written.join('')}>`;
}

function closeTag(tag: string | undefined): string {
  return tag === undefined || tag === 'input' ? '' : `</${tag}>`;
}

function escapeText(text: string): string {
  const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, sign => signs[sign] ?? sign);
}
