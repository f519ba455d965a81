/** A name in another script. */
interface SpelledName {
  name: string;
  givenName: string;
  familyName: string;
}

/** A person's virtual delivery information, flat: nothing in it is true. */
export interface VirtualIdentity {
  /** Full name in the order its country writes it. */
  name: string;
  givenName: string;
  familyName: string;
  email: string;
  /** E.164: `+` and digits. */
  tel: string;
  /** As dialled within its country, in groups: `(503) 555-0142`. */
  telNational?: string | undefined;
  organization?: string | undefined;
  /** One to three lines, in the order in which the country's forms ask for them. */
  addressLines: string[];
  /** State, province or prefecture; the code where the country uses codes. Empty where the country has none. */
  addressLevel1: string;
  /** Other ways to write it, codes first. */
  regionNames?: string[] | undefined;
  /** City or town. */
  addressLevel2: string;
  /** District or neighbourhood, where the country's post wants one. */
  addressLevel3?: string | undefined;
  postalCode: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** The person's code at the hub; it stands in one of the lines. */
  deliveryCode?: string | undefined;
  /** How the name is read, in full-width katakana. */
  phonetic?: SpelledName | undefined;
  /** What is written otherwise in Latin letters, where the country's own are others. */
  latin?: (SpelledName & SpelledAddress) | undefined;
  /** Whether this is written so. */
  isLatin?: boolean | undefined;
}

type SpelledAddress = Pick<
  VirtualIdentity,
  'addressLines' | 'addressLevel1' | 'addressLevel2' | 'addressLevel3'
>;

/** A one-time number, armed for one payee and amount. It reaches the page side for one fill only. */
export interface CardToFill {
  /** Digits only. */
  number: string;
  /** 1 to 12. */
  expiryMonth: number;
  /** Four digits. */
  expiryYear: number;
  csc: string;
  name: string;
}

export interface ValuesToFill {
  identity: VirtualIdentity;
  card?: CardToFill;
}
