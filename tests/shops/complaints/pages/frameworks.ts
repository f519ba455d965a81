import type { ComplaintPage } from '../complaint-page.ts';

const holds = { street: '/Lovejoy/', city: 'Portland', state: 'OR', postcode: '97209', country: 'US' };

/** Controlled inputs: each page sends what its framework holds, not what the controls show. */
export const FRAMEWORK_PAGES: readonly ComplaintPage[] = ['react', 'preact', 'vue', 'svelte', 'angular'].map(
  name => ({
    name,
    complaint: `${name} has in its state what was written, also after it drew the form again`,
    ...{ country: 'US', language: 'en', fields: '', client: true, holds },
  }),
);
