import type { ComplaintPage } from './complaint-page.ts';
import { ADDRESS_PAGES } from './pages/addresses.ts';
import { CARD_PAGES } from './pages/cards.ts';
import { COUNTRY_PAGES } from './pages/countries.ts';
import { FRAMEWORK_PAGES } from './pages/frameworks.ts';
import { LIST_KINDS } from './pages/list-kinds.ts';
import { LEFT_WITH_FIRST, LIST_UNDOING } from './pages/list-undo.ts';
import { LIST_WAYS } from './pages/list-ways.ts';
import { MASK_KINDS, PICKER_KINDS } from './pages/masks.ts';
import { NARROW_PAGES } from './pages/narrow.ts';
import { SCRIPT_PAGES } from './pages/scripts.ts';
import { LATE_PAGE, WIDGET_KINDS } from './pages/widget-kinds.ts';
import { MASK_PAGES, WIDGET_PAGES } from './pages/widgets.ts';

/** Every complaint page, by what it is about. */
export const COMPLAINT_PAGES: Readonly<Record<string, readonly ComplaintPage[]>> = {
  addresses: ADDRESS_PAGES,
  countries: COUNTRY_PAGES,
  'scripts and parts': SCRIPT_PAGES,
  'narrow places': NARROW_PAGES,
  frameworks: FRAMEWORK_PAGES,
  'pick lists': WIDGET_PAGES,
  'kinds of widgets': [...WIDGET_KINDS, LATE_PAGE],
  'kinds of lists': LIST_KINDS,
  'ways of lists': LIST_WAYS,
  'lists to take back': [...LIST_UNDOING, LEFT_WITH_FIRST],
  masks: MASK_PAGES,
  'kinds of masks': MASK_KINDS,
  'kinds of pickers': PICKER_KINDS,
  cards: CARD_PAGES,
};
