import type { ParsedMail } from 'mailparser';

const MARKS: ReadonlyArray<readonly [header: string, sign: RegExp]> = [
  ['auto-submitted', /^(?!\s*no\b)/i],
  ['precedence', /bulk|junk|list|auto[_-]reply/i],
  ['x-autoreply', /./],
  ['x-autorespond', /./],
  ['x-auto-reply', /./],
  ['x-autoresponder', /./],
  ['list-id', /./],
  ['x-failed-recipients', /./],
];

/**
 * Whether a machine wrote the mail (RFC 3834): vacation notices, bounces, lists. They quote our subject with the
 * code in it, so that they must never confirm anything, and answering them makes loops.
 */
export function isAutomatic(mail: Pick<ParsedMail, 'headerLines' | 'subject'>, sender: string): boolean {
  if (sender === '') return true;
  const marked = mail.headerLines.some(({ key, line }) => {
    const value = line.slice(line.indexOf(':') + 1).trim();
    return MARKS.some(([header, sign]) => header === key && sign.test(value));
  });
  if (marked) return true;
  const type = mail.headerLines.find(({ key }) => key === 'content-type')?.line ?? '';
  if (/multipart\/report/i.test(type)) return true;
  return /^\s*(out of (the )?office|automatic reply|auto(matic)?[ -]?reply|auto:|부재|자동 ?(응답|회신)|不在|自動(応答|返信))/i.test(
    mail.subject ?? '',
  );
}
