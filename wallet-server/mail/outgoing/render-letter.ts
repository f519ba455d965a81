import { LOCALES } from '#shared/api/locale.ts';
import type { Letter, StageLine } from './letter.ts';

const SIGNS: Record<StageLine['mark'], string> = { done: '●', now: '◉', later: '○' };

/** The plain text part. */
export function renderText(letter: Letter): string {
  const { code, stages } = letter;
  const parts = [
    letter.heading,
    ...letter.paragraphs.slice(0, 1),
    ...(code ? [`${code.label}\n\n    [${code.digits}]`] : []),
    letter.facts.map(({ label, value }) => `${label}: ${value}`).join('\n'),
    ...letter.paragraphs.slice(1),
    ...(stages ? [[stages.title, ...stages.lines.map(writeStage)].join('\n')] : []),
    ...(stages?.next ? [stages.next] : []),
    `-- \n${letter.footer}`,
  ];
  return `${parts.filter(part => part !== '').join('\n\n')}\n`;
}

function writeStage({ name, mark, note }: StageLine): string {
  return `${SIGNS[mark]} ${name} (${note})`;
}

/**
 * The HTML part: nothing is fetched, works without its style, follows light and dark. What is the same in each letter
 * stands before all else (`HTML_HEADS`) and on lines of its own (`FIXED_LINES`), which are encoded once.
 */
export function renderHtml(letter: Letter): string {
  const { code, stages } = letter;
  const [lead = '', ...others] = letter.paragraphs;
  const lines = [
    `<title>${escapeHtml(letter.subject)}</title></head>`,
    '<body><main>',
    `<h1>${escapeHtml(letter.heading)}</h1>`,
    ...[LEAD, escapeHtml(lead), '</p>'],
    ...(code ? [`<p>${escapeHtml(code.label)}</p>`, CODE, `[${escapeHtml(code.digits)}]</strong></p>`] : []),
    ...(letter.facts.length > 0 ? ['<dl>', ...letter.facts.map(renderFact), '</dl>'] : []),
    ...others.map(text => `<p>${escapeHtml(text)}</p>`),
    ...(stages
      ? [`<h2>${escapeHtml(stages.title)}</h2>`, STAGES, ...stages.lines.flatMap(renderStage), '</ol>']
      : []),
    ...(stages?.next ? [`<p><strong>${escapeHtml(stages.next)}</strong></p>`] : []),
    ...[FOOTER, escapeHtml(letter.footer), '</p>'],
    '</main></body></html>',
  ];
  return `${HEAD_OF[letter.locale] ?? openHtml(letter.locale)}${lines.join('\n')}\n`;
}

function renderFact({ label, value }: { label: string; value: string }): string {
  return `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd>`;
}

function renderStage({ name, mark, note }: StageLine): string[] {
  return [STAGE_SIGNS[mark], `${escapeHtml(name)} <small>${escapeHtml(note)}</small></li>`];
}

/** Text as it may stand in HTML, in an attribute too. */
export function escapeHtml(text: string): string {
  if (!/[&<>"']/.test(text)) return text;
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

const STYLE = `
:root{color-scheme:light dark}
body{margin:0;padding:24px 16px;background:#faf9f6;color:#1b1e23;font:15px/22px system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Noto Sans CJK KR","Noto Sans CJK JP",sans-serif;word-break:keep-all;overflow-wrap:anywhere}
:lang(ja) body,body:lang(ja){word-break:normal}
main{max-width:560px;margin:0 auto;padding:24px;background:#ffffff;border:1px solid #d9d5cb;border-radius:8px}
h1{margin:0 0 12px;font-size:20px;line-height:26px;font-weight:650}
h2{margin:24px 0 8px;font-size:15px;line-height:22px}
p{margin:0 0 12px}
.lead{font-weight:600}
.code{margin:4px 0 16px;font:28px/34px ui-monospace,"SF Mono",Menlo,Consolas,monospace;letter-spacing:2px}
dl{margin:16px 0;padding:12px 16px;background:#f1efe9;border-radius:8px}
dt{color:#585d66;font-size:13px;line-height:20px}
dd{margin:0 0 8px;font-variant-numeric:tabular-nums}
dd:last-child{margin-bottom:0}
.stages{margin:0 0 12px;padding:0;list-style:none}
.stages li{padding:2px 0}
.done,.done small{color:#2c6e3f}
.now{font-weight:650}
.now span{color:#8a5a00}
.later,small,.footer{color:#585d66}
small{font-size:13px;font-weight:400}
.footer{margin:24px 0 0;padding-top:12px;border-top:1px solid #d9d5cb;font-size:13px;line-height:20px}
@media (prefers-color-scheme:dark){
body{background:#15171a;color:#eceae4}
main{background:#1d2024;border-color:#33373d}
dl{background:#101214}
dt,.later,small,.footer{color:#a2a7b0}
.footer{border-color:#33373d}
.done,.done small{color:#7ccb92}
.now span{color:#e0b45c}
}`.replaceAll('\n', '');

const LEAD = '<p class="lead">';
const CODE = '<p class="code"><strong>';
const STAGES = '<ol class="stages">';
const FOOTER = '<p class="footer">';
const STAGE_SIGNS: Record<StageLine['mark'], string> = {
  done: openStage('done', ''),
  now: openStage('now', ' aria-current="step"'),
  later: openStage('later', ''),
};

function openStage(mark: StageLine['mark'], current: string): string {
  return `<li class="${mark}"${current}><span aria-hidden="true">${SIGNS[mark]}</span>`;
}

/** So many bytes are one line of base64 (RFC 2045, section 6.8). */
const BASE64_LINE_BYTES = 57;

/** In ASCII, filled up so that it is whole lines of base64 as well. */
function openHtml(locale: string): string {
  const head = `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<style>${STYLE}</style>`;
  // With the two bytes of each of its line breaks, the last one among them.
  const bytes = head.length + head.split('\n').length + 1;
  return `${head}${' '.repeat(BASE64_LINE_BYTES - (bytes % BASE64_LINE_BYTES))}\n`;
}

const HEAD_OF: Readonly<Record<string, string>> = Object.fromEntries(
  LOCALES.map(locale => [locale, openHtml(locale)]),
);
/** How the HTML part of each letter begins, whole lines. */
export const HTML_HEADS: readonly string[] = Object.values(HEAD_OF);

/** Further lines of it that hold nothing of anybody. */
export const FIXED_LINES: readonly string[] = [...Object.values(STAGE_SIGNS), LEAD, CODE, STAGES, FOOTER];
