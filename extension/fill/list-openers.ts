import { LISTS } from '../detect/walk-roots.ts';

/** What Selectize writes as the type of its inputs, which have no role. */
const SELECTIZED = '[type=select-one]';

/** An input that searches a list whose choice a hidden control beside it holds. */
const SEARCHES = ':is([type=hidden],select)~input[tabindex="0"]';

/** What opens a list of the page's own. */
export const LIST_OPENERS = `${LISTS},[aria-haspopup=listbox],${SELECTIZED},${SEARCHES}`;
