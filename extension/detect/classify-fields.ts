import { decodeSequence } from './decode-sequence.ts';
import type { ClassifiedField, FieldDescription, FieldToken } from './field-description.ts';
import { readSection } from './read-section.ts';
import { scoreField } from './score-field.ts';
import { listsCountries } from './telephone-country.ts';

/** Score from which a meaning counts as certain. */
const CERTAIN = 24;

/** What other fields are explained by, and nobody's virtual information has. */
const UNFILLED: ReadonlySet<FieldToken> = new Set(['tel-extension']);

/** What each control asks for. Pure: the same descriptions give the same answer. */
export function classifyFields(fields: readonly FieldDescription[]): ClassifiedField[] {
  const decoded = decodeSequence(fields.map(scoreField));
  return decoded.map(({ field, token, score }) => ({
    fieldKey: field.key,
    ...nameCountry(field, token),
    section: readSection(field),
    confidence: Math.min(1, score / CERTAIN),
  }));
}

// Fields explain each other by what they are filled with; what a list of countries asks for is a country.
function nameCountry(
  field: FieldDescription,
  token: FieldToken,
): Pick<ClassifiedField, 'token' | 'ofTelephone'> {
  const ofTelephone = token === 'tel-country-code' && listsCountries(field);
  return { token: ofTelephone ? 'country' : UNFILLED.has(token) ? 'none' : token, ofTelephone };
}
