import { classifyFields } from './classify-fields.ts';
import { describeLabelled } from './describe-labelled.ts';
import type { FieldDescription } from './field-description.ts';

const COUNTRIES = ['United States', 'Canada', 'Germany', 'France'];
const DIAL_CODES = ['United States +1', 'Germany +49', 'France +33', 'Japan +81'];
const MONTHS = Array.from({ length: 12 }, (_, at) => `${at + 1}`.padStart(2, '0'));
const YEARS = Array.from({ length: 11 }, (_, at) => `${2024 + at}`);
const OFFERED: Readonly<Record<string, readonly string[]>> = {
  countries: COUNTRIES,
  codes: DIAL_CODES,
  dials: ['+1', '+49', '+33', '+81'],
  areas: ['20', '30', '70', '1'],
  trunks: ['קידומת', '050', '052', '054'],
  cards: ['Visa', 'MasterCard', 'American Express'],
  domestic: ['United States'],
  months: MONTHS,
  years: YEARS,
  list: ['one', 'two'],
  counties: ['臺北市', '新北市', '桃園市'],
  districts: ['中正區', '大同區'],
  remarked: MONTHS.map(month => `${month} (Month)`),
  instalments: MONTHS.map(month => `${Number(month)}x`),
  mailboxes: ['outlook.com', 'hotmail.com'],
  providers: ['직접입력', 'naver.com', 'daum.net'],
  spans: ['Exact', '+/- 1 Year', '+/- 2 Years', '+/- 5 Years'],
};

/**
 * One field a line: `label [name#id] trait trait = token`. Traits: `m4` a limit of letters, a key of `OFFERED` a
 * select, a type of input, `"…"` a placeholder, `hidden`.
 */
function readField(line: string, at: number): { field: FieldDescription; token: string } {
  const [, label = '', name = '', traits = '', token = ''] =
    /^(.*?)\s*(?:\[([^\]]*)\])?((?:(?:^|\s+)(?:"[^"]*"|m\d+|countries|codes|dials|areas|trunks|cards|domestic|months|years|list|counties|districts|remarked|instalments|mailboxes|providers|spans|tel|email|password|number|month|hidden))*)\s*= (\S+)$/.exec(
      line.trim(),
    ) ?? [];
  const [called = '', id = ''] = name.split('#');
  const said = traits.split(/\s+(?=(?:[^"]*"[^"]*")*[^"]*$)/).filter(Boolean);
  const offered = said.map(one => OFFERED[one]).find(Boolean) ?? [];
  const limit = said.find(one => /^m\d+$/.test(one));
  const shown = said.find(one => one.startsWith('"'))?.slice(1, -1);
  const type = said.find(one => /^(?:tel|email|password|number|month)$/.test(one)) ?? 'text';
  const field = describeLabelled(label, {
    key: `${at}`,
    name: called,
    id,
    tag: offered.length > 0 ? 'select' : 'input',
    type: offered.length > 0 ? 'select' : type,
    maxLength: limit ? Number(limit.slice(1)) : null,
    options: offered.map(text => ({ value: text, text })),
    optionCount: offered.length,
    visible: !said.includes('hidden'),
  });
  if (shown) field.texts.push({ source: 'placeholder', text: shown });
  return { field, token };
}

/** What detection says of each line of a made-up form, and what the form says itself. */
export function judgeForm(form: string): { said: string[]; expected: string[] } {
  const lines = form.trim().split('\n');
  const read = lines.map(readField);
  const classified = classifyFields(read.map(one => one.field));
  return {
    said: classified.map(({ token }, at) => `${lines[at]?.trim().replace(/= \S+$/, '=')} ${token}`),
    expected: lines.map(one => one.trim()),
  };
}
