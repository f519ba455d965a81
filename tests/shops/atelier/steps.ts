/** What the steps of the checkout hold; every one is a text, empty at first. */
export interface CheckoutData {
  readonly email: string;
  readonly vorname: string;
  readonly nachname: string;
  readonly telefon: string;
  readonly strasse: string;
  readonly hausnummer: string;
  readonly zusatz: string;
  readonly plz: string;
  readonly ort: string;
  readonly land: string;
  readonly karteninhaber: string;
  readonly kartennummer: string;
  /** `MM / JJ` */
  readonly gueltigBis: string;
  readonly pruefziffer: string;
}

export type Errors = Partial<Record<keyof CheckoutData | 'form', string>>;

export const EMPTY: CheckoutData = {
  email: '',
  vorname: '',
  nachname: '',
  telefon: '',
  strasse: '',
  hausnummer: '',
  zusatz: '',
  plz: '',
  ort: '',
  land: 'DE',
  karteninhaber: '',
  kartennummer: '',
  gueltigBis: '',
  pruefziffer: '',
};

export const STEPS = ['kontakt', 'lieferung', 'zahlung', 'pruefen'] as const;
export type Step = (typeof STEPS)[number];

export const COUNTRIES = [
  ['DE', 'Deutschland'],
  ['AT', 'Österreich'],
  ['CH', 'Schweiz'],
  ['NL', 'Niederlande'],
] as const;

export const SHIPPING_MINOR = 590;
