import { decodeSequence } from './decode-sequence.ts';
import type { ClassifiedField, FieldDescription, FieldToken } from './field-description.ts';
import { readSection } from './read-section.ts';
import { type ScoredField, scoreField } from './score-field.ts';
import { listsCountries } from './telephone-country.ts';

/** Score from which a meaning counts as certain. */
const CERTAIN = 24;

/** The label of an identifier that stands on controls with several. */
const COPIED = '';

/** What other fields are explained by, and nobody's virtual information has. */
const UNFILLED: ReadonlySet<FieldToken> = new Set(['tel-extension']);

/** What each control asks for. Pure: the same descriptions give the same answer. */
export function classifyFields(fields: readonly FieldDescription[]): ClassifiedField[] {
  const decoded = decodeSequence(scoreFields(fields));
  return decoded.map(({ field, token, score }) => ({
    fieldKey: field.key,
    ...nameCountry(field, token),
    section: readSection(field),
    confidence: Math.min(1, score / CERTAIN),
  }));
}

// A name or id that was copied to controls with other labels says nothing of any.
function scoreFields(fields: readonly FieldDescription[]): ScoredField[] {
  const labels = new Map<string, string>();
  for (const field of fields) {
    const text = field.texts[0]?.text;
    if (!text) continue;
    for (const key of keysOf(field)) labels.set(key, (labels.get(key) ?? text) === text ? text : COPIED);
  }
  return fields.map(field => {
    const [name, id] = keysOf(field).map(key => labels.get(key) === COPIED);
    if (!name && !id) return scoreField(field);
    return { ...scoreField({ ...field, name: name ? '' : field.name, id: id ? '' : field.id }), field };
  });
}

function keysOf({ form, name, id }: FieldDescription): string[] {
  return [`${form} ${name}`, `${form}#${id}`];
}

// Fields explain each other by what they are filled with; what a list of countries asks for is a country.
function nameCountry(
  field: FieldDescription,
  token: FieldToken,
): Pick<ClassifiedField, 'token' | 'ofTelephone'> {
  const ofTelephone = token === 'tel-country-code' && listsCountries(field);
  return { token: ofTelephone ? 'country' : UNFILLED.has(token) ? 'none' : token, ofTelephone };
}
