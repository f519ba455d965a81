import type { FieldToken } from '../detect/field-description.ts';
import type { VirtualIdentity } from './identity.ts';
import type { AddressField } from './plan-address.ts';

type Part = 'postalCode' | 'addressLevel2' | 'addressLevel1';

/** How labels name the parts that share a field; whole words. */
const SAYS: Readonly<Record<Part, RegExp>> = {
  postalCode:
    /(?<!\p{L})(?:zip|post(?:al)?[ -]?code|plz|postleitzahl|postnummer|postnr|code postal|c\.?a\.?p|cp|código postal|cep)(?!\p{L})/iu,
  addressLevel2:
    /(?<!\p{L})(?:city|town|suburb|ort|stadt|wohnort|ville|località|comune|città|ciudad|población|localidad|plaats|woonplaats|cidade|by|stad)(?!\p{L})/iu,
  addressLevel1: /(?<!\p{L})(?:state|province|uf|provincia|prov)(?!\p{L})/iu,
};
const TOKENS: Readonly<Record<Part, FieldToken>> = {
  ...{ postalCode: 'postal-code', addressLevel2: 'address-level2', addressLevel1: 'address-level1' },
};
const PARTS: readonly Part[] = ['postalCode', 'addressLevel2', 'addressLevel1'];
/** A field that asks for one of them says so. */
const EITHER = /(?<!\p{L})(?:or|oder|ou|of|o)(?!\p{L})/iu;

/**
 * Postcode, city and region for the one field that asks for several of them, in its own order: `PLZ / Ort`. Null where
 * a field asks for one alone, or the page has a field for each.
 */
export function joinPlace(
  { field, token }: AddressField,
  fields: readonly AddressField[],
  identity: VirtualIdentity,
): string | null {
  const text = field.texts.find(({ source }) => source !== 'title')?.text ?? '';
  if (field.tag !== 'input' || EITHER.test(text)) return null;
  const isApart = (part: Part): boolean =>
    TOKENS[part] !== token && fields.some(one => one.token === TOKENS[part]);
  const parts = PARTS.map(part => ({ part, at: text.search(SAYS[part]) }))
    .filter(({ part, at }) => at >= 0 && identity[part] !== '' && !isApart(part))
    .toSorted((one, other) => one.at - other.at)
    .map(({ part }) => part);
  if (parts.length < 2) return null;
  const between = text.includes('/') ? '/' : ', ';
  return parts
    .map((part, at) => {
      const before = parts[at - 1];
      if (!before) return identity[part];
      return ([before, part].includes('postalCode') ? ' ' : between) + identity[part];
    })
    .join('');
}
