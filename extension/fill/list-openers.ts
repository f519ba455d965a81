/** What Selectize writes as the type of its inputs, which have no role. */
export const SELECTIZED = 'select-one';

/** What opens a list of the page's own: with its role (ARIA 1.2), without (1.0), and Selectize's. */
export const LIST_OPENERS = `[role="combobox"],[aria-haspopup="listbox"],[type="${SELECTIZED}"]`;
