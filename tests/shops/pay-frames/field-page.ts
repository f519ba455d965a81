import { type Html, html } from '../html.ts';

interface HostedField {
  readonly kind: string;
  readonly name: string;
  readonly label: string;
  readonly autocomplete: string;
  readonly placeholder: string;
  readonly inputmode: string;
}

const FIELDS: readonly HostedField[] = [
  {
    kind: 'number',
    name: 'cardnumber',
    label: 'Card number',
    autocomplete: 'cc-number',
    placeholder: '1234 1234 1234 1234',
    inputmode: 'numeric',
  },
  {
    kind: 'expiry',
    name: 'exp-date',
    label: 'Expiry date',
    autocomplete: 'cc-exp',
    placeholder: 'MM / YY',
    inputmode: 'numeric',
  },
  {
    kind: 'csc',
    name: 'cvc',
    label: 'Security code',
    autocomplete: 'cc-csc',
    placeholder: 'CVC',
    inputmode: 'numeric',
  },
  {
    kind: 'name',
    name: 'ccname',
    label: 'Name on card',
    autocomplete: 'cc-name',
    placeholder: 'As on the card',
    inputmode: 'text',
  },
];

export function findField(kind: string | undefined): HostedField | undefined {
  return FIELDS.find(field => field.kind === kind);
}

/** The document of one frame: one input and nothing else. */
export function renderField(field: HostedField): Html {
  return html`<html lang="en"><head><meta charset="utf-8"><title>${field.label}</title>
<style>html,body{margin:0;height:100%;background:transparent}
input{box-sizing:border-box;width:100%;height:44px;border:0;outline:0;background:transparent;padding:0 14px;font:16px system-ui,sans-serif;color:#12202f}
input::placeholder{color:#8493a3}input.invalid{color:#b3261e}</style></head>
<body><input name="${field.name}" aria-label="${field.label}" placeholder="${field.placeholder}" autocomplete="${field.autocomplete}" inputmode="${field.inputmode}" data-kind="${field.kind}" spellcheck="false">
<script src="/v1/field.js"></script></body></html>`;
}
