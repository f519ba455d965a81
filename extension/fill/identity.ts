/** A person's virtual delivery information as the page side gets it: plain, nothing in it is true. */
export interface VirtualIdentity {
  /** Full name in the order its country writes it. */
  name: string;
  givenName: string;
  familyName: string;
  email: string;
  /** E.164: `+` and digits. */
  tel: string;
  organization?: string;
  /** One to three lines, street first as the country writes it. */
  addressLines: string[];
  /** State, province or prefecture; the code where the country uses codes. Empty where the country has none. */
  addressLevel1: string;
  /** City or town. */
  addressLevel2: string;
  postalCode: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
}

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
