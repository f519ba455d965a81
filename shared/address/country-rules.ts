/** Countries in which a hub may stand: for each, the table below says where its post wants a person's code. */
export const HUB_COUNTRIES = [
  ...(['US', 'CA', 'GB', 'IE', 'DE', 'FR', 'ES', 'IT'] as const),
  ...(['NL', 'JP', 'KR', 'CN', 'TW', 'IN', 'BR', 'AU'] as const),
] as const;
export type HubCountry = (typeof HUB_COUNTRIES)[number];

/** Parts of an address that a country's post wants besides street and country. */
export type RequiredPart = 'addressLevel1' | 'addressLevel2' | 'addressLevel3' | 'postalCode';

/** What one served country wants of a hub's address. */
export interface CountryRules {
  requires: readonly RequiredPart[];
  /** Street lines and code, in the order in which the country's forms ask for them. */
  placeCode(street: readonly string[], code: string, hubName: string): string[];
  /** Street and code where there is room for one short line only. */
  shorten(street: string, code: string): string;
}

const CITY: readonly RequiredPart[] = ['addressLevel2', 'postalCode'];
const REGION: readonly RequiredPart[] = ['addressLevel1', ...CITY];
const DISTRICT: readonly RequiredPart[] = ['addressLevel1', 'addressLevel2', 'addressLevel3', 'postalCode'];

type Rest = Omit<CountryRules, 'requires'>;

/** The unit within a building, above the street: Royal Mail, An Post, Australia Post, India Post. */
const UNIT_ABOVE: Rest = {
  placeCode: (street, code, hub) => [`Unit ${code}, ${hub}`, ...street],
  shorten: (street, code) => `Unit ${code}, ${street}`,
};

/** A line of its own after the street that begins with `words`. */
function lineAfter(words: string): Rest {
  return {
    placeCode: (street, code, hub) => [...street, `${words} ${hub} ${code}`],
    shorten: (street, code) => `${street}, ${words} ${code}`,
  };
}

/** The part of a building, by `word`, after the street. */
function unitAfter(word: string): Rest {
  return {
    placeCode: (street, code, hub) => [...street, `${word} ${code}, ${hub}`],
    shorten: (street, code) => `${street}, ${word} ${code}`,
  };
}

/** Building and room at the end, as East Asia writes them. */
function roomLast(counter: string, gap: string): Rest {
  return {
    placeCode: (street, code, hub) => [...street, `${hub}${gap}${code}${counter}`],
    shorten: (street, code) => `${street} ${code}${counter}`,
  };
}

/** Countries whose own addresses are in other letters than Latin ones, with a sign of them. */
export const NATIVE_SCRIPTS: Readonly<Record<string, RegExp>> = {
  JP: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
  KR: /\p{Script=Hangul}/u,
  CN: /\p{Script=Han}/u,
  TW: /\p{Script=Han}/u,
};

/** The same countries in Latin letters, as their posts write to the world: street, then room and building. */
export const LATIN_RULES: Rest = unitAfter('Room');

/** Where each country's post wants the code of a person behind a hub's street address (requirements, section 7). */
export const COUNTRY_RULES: Record<HubCountry, CountryRules> = {
  // USPS Publication 28, section 284: a private mailbox on a line of its own, or `#` after the street.
  US: {
    requires: REGION,
    placeCode: (street, code) => [...street, `PMB ${code}`],
    shorten: (street, code) => `${street} # ${code}`,
  },
  // Canada Post's addressing guidelines: the unit after the civic address.
  CA: { requires: REGION, ...unitAfter('Unit') },
  GB: { requires: CITY, ...UNIT_ABOVE },
  IE: { requires: REGION, ...UNIT_ABOVE },
  DE: { requires: CITY, ...lineAfter('c/o') },
  // AFNOR XP Z10-011: whoever takes the parcel in is named by "chez".
  FR: { requires: CITY, ...lineAfter('Chez') },
  ES: { requires: REGION, ...unitAfter('Local') },
  IT: { requires: REGION, ...lineAfter('c/o') },
  // PostNL: "p/a" (per adres), never in the addition to the house number, which takes four characters.
  NL: { requires: CITY, ...lineAfter('p/a') },
  JP: { requires: REGION, ...roomLast('号', ' ') },
  KR: { requires: REGION, ...roomLast('호', ' ') },
  CN: { requires: DISTRICT, ...roomLast('室', '') },
  TW: { requires: REGION, ...roomLast('室', '') },
  IN: { requires: REGION, ...UNIT_ABOVE },
  // Correios: the complement after street and number.
  BR: { requires: DISTRICT, ...unitAfter('Sala') },
  AU: { requires: REGION, ...UNIT_ABOVE },
};
