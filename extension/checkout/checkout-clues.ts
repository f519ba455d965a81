/** A text that speaks of a sum, and the boxes around it that hold a number, the smallest first. */
export interface SumLine {
  label: string;
  rows: SumRow[];
}

/** What a box says from the label on. */
export interface SumRow {
  text: string;
  /** Whether a person sees it. */
  seen: boolean;
}

/** Microdata of an order. */
export interface MarkedOrder {
  orderNumber: string | null;
  price: string | null;
  priceCurrency: string | null;
}

/** What a page shows and says about an order and who sells, as it stands there: judged elsewhere, never trusted. */
export interface CheckoutClues {
  /** The `lang` of the page. */
  language: string;
  title: string;
  /** What the page gives to others who show a link to it. */
  siteNames: string[];
  /** Words of the links that lead home: a logo's, mostly. */
  brands: string[];
  /** The first words of what stands at its top. */
  heads: string[];
  /** Lines with a copyright sign. */
  notices: string[];
  /** JSON-LD without what says nothing of an order or a seller. */
  orderData: string[];
  markedOrder: MarkedOrder | null;
  /** Names in microdata of organisations and sites. */
  markedSellers: string[];
  /** The part of an inline script that tells a tag manager of the whole order. */
  pushed: string | null;
  sums: SumLine[];
  /** Texts that speak of an order and hold digits. */
  orderTexts: string[];
  /** Texts that may say who is paid. */
  paidTexts: string[];
}

/** Most that a page is heard about: whatever is more or longer says nothing. Texts in characters. */
export const CLUE_LIMITS = {
  ...{ language: 40, title: 300, name: 100, notice: 160, orderData: 6000, pushed: 4000, label: 80, row: 240 },
  ...{
    siteNames: 3,
    brands: 36,
    heads: 4,
    paidTexts: 24,
    notices: 12,
    scripts: 8,
    sellers: 12,
    sums: 60,
    rows: 4,
    orderTexts: 40,
  },
} as const;
