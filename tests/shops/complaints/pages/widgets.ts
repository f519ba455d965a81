import type { ComplaintPage } from '../complaint-page.ts';

const holds = { country: 'US', state: 'OR' };

/** Pick lists and masks of real libraries. */
export const WIDGET_PAGES: readonly ComplaintPage[] = [
  { name: 'select2', complaint: 'country and state of select2 are chosen, and its face shows it' },
  { name: 'downshift', complaint: 'an ARIA combobox and an ARIA select are opened and pressed' },
  { name: 'react-select', complaint: 'react-select is searched and pressed' },
].map(page => ({ ...page, country: 'US', language: 'en', fields: '', client: true, holds }));

/** Masks that rewrite what is typed. */
export const MASK_PAGES: readonly ComplaintPage[] = [
  {
    name: 'masks',
    complaint: 'input masks keep telephone and postcode in their own form',
    ...{ country: 'US', language: 'en', fields: '', client: true },
    holds: { 'tel-1': '(503) 555-0142', 'tel-2': '/^\\+?1? ?\\(?503\\)?[ -]555-0142$/', postcode: '97209' },
  },
];
