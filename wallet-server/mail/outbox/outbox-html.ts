import type { ParsedMail } from 'mailparser';
import { escapeHtml } from '../outgoing/render-letter.ts';

/** One line of the list. */
export interface OutboxEntry {
  id: string;
  createdAtMs: number;
  to: string;
  from: string;
  /** The name in From, or the address where there is none. */
  fromName: string;
  subject: string;
}

const NOTE =
  'This server has no mail relay set, so mail stays here instead of going out. Only this machine can open the page.';

/** The list of what went out, newest first. */
export function renderOutbox(entries: readonly OutboxEntry[]): string {
  const rows = entries.map(
    ({ id, createdAtMs, to, fromName, subject }) => `
<tr><td class="time">${renderTime(createdAtMs)}</td>
<th scope="row"><a href="/outbox/${id}">${escapeHtml(subject || '(no subject)')}</a></th>
<td>${escapeHtml(fromName)}</td><td>${escapeHtml(to)}</td></tr>`,
  );
  const table = `<div class="scroll" role="region" aria-label="Mails" tabindex="0"><table>
<thead><tr><th scope="col">Time</th><th scope="col">Subject</th><th scope="col">From</th><th scope="col">To</th></tr></thead>
<tbody>${rows.join('')}</tbody></table></div>`;
  const body = entries.length > 0 ? table : '<p>No mail yet.</p>';
  return renderPage('Outbox', `<h1>Outbox</h1>\n<p class="note">${NOTE}</p>\n${body}`);
}

/** One mail: its headers, its HTML in a frame that runs nothing and fetches nothing, and its text. */
export function renderOutboxMail(entry: OutboxEntry, parsed: ParsedMail): string {
  const facts = [
    ['From', entry.from],
    ['To', entry.to],
    ['Reply to', parsed.replyTo?.text ?? ''],
    ['Message-ID', parsed.messageId ?? ''],
  ];
  const list = facts
    .filter(([, value]) => value !== '')
    .map(([label = '', value = '']) => `<dt>${label}</dt><dd>${escapeHtml(value)}</dd>`)
    .join('');
  const html = parsed.html === false ? null : parsed.html;
  const frame = `<h2>As HTML</h2>
<iframe title="The mail as HTML" sandbox="" srcdoc="${escapeHtml(html ?? '')}"></iframe>`;
  return renderPage(
    entry.subject,
    `<nav aria-label="Way back"><a href="/outbox">Outbox</a></nav>
<h1>${escapeHtml(entry.subject || '(no subject)')}</h1>
<dl><dt>Time</dt><dd>${renderTime(entry.createdAtMs)}</dd>${list}</dl>
${html === null ? '' : frame}
<h2>As text</h2>
<pre tabindex="0">${escapeHtml(parsed.text ?? '')}</pre>`,
  );
}

export function renderMissing(): string {
  return renderPage(
    'No such mail',
    '<h1>No such mail</h1>\n<p>It may have been removed: mails stay here for 30 days. <a href="/outbox">Outbox</a></p>',
  );
}

function renderTime(atMs: number): string {
  const time = new Date(atMs).toISOString();
  return `<time datetime="${time}">${time.slice(0, 16).replace('T', ' ')} UTC</time>`;
}

function renderPage(title: string, body: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)} · Wayveil</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><style>${STYLE}</style></head>
<body><main>
${body}
</main></body></html>
`;
}

const STYLE = `
:root{color-scheme:light dark;--paper:#faf9f6;--raised:#ffffff;--sunken:#f1efe9;--ink:#1b1e23;--quiet:#585d66;--line:#d9d5cb;--accent:#1f5c57;--held:#8a5a00}
@media (prefers-color-scheme:dark){:root{--paper:#15171a;--raised:#1d2024;--sunken:#101214;--ink:#eceae4;--quiet:#a2a7b0;--line:#33373d;--accent:#6fc7bd;--held:#e0b45c}}
*{box-sizing:border-box}
body{margin:0;padding:24px 16px;background:var(--paper);color:var(--ink);font:15px/22px system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Noto Sans CJK KR","Noto Sans CJK JP",sans-serif}
main{max-width:960px;margin:0 auto}
h1{margin:0 0 12px;font-size:20px;line-height:26px;overflow-wrap:anywhere}
h2{margin:24px 0 8px;font-size:15px}
a{color:var(--accent)}
a:focus-visible,[tabindex]:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
nav{margin:0 0 12px}
.note{margin:0 0 20px;padding:8px 12px;border-left:3px solid var(--held);background:var(--sunken)}
.scroll{overflow-x:auto;background:var(--raised);border:1px solid var(--line);border-radius:8px}
table{width:100%;border-collapse:collapse;font-size:13px;line-height:20px}
th,td{padding:8px 12px;text-align:left;vertical-align:top;overflow-wrap:anywhere}
thead th{color:var(--quiet);font-weight:400}
tbody tr{border-top:1px solid var(--line)}
tbody th{width:50%;min-width:220px;font-weight:600}
tbody td{overflow-wrap:normal;white-space:nowrap}
.time{white-space:nowrap;font-variant-numeric:tabular-nums}
dl{display:grid;grid-template-columns:max-content 1fr;gap:4px 16px;margin:0 0 16px;padding:12px 16px;background:var(--sunken);border-radius:8px}
dt{color:var(--quiet)}
dd{margin:0;overflow-wrap:anywhere}
iframe{width:100%;height:1040px;background:var(--raised);border:1px solid var(--line);border-radius:8px}
pre{margin:0;padding:16px;background:var(--raised);border:1px solid var(--line);border-radius:8px;white-space:pre-wrap;overflow-wrap:anywhere;font:13px/20px ui-monospace,"SF Mono",Menlo,Consolas,monospace}
@media (max-width:560px){dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:8px}}`.replaceAll('\n', '');
