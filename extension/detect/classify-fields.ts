import { decodeSequence } from './decode-sequence.ts';
import type { ClassifiedField, FieldDescription } from './field-description.ts';
import { readSection } from './read-section.ts';
import { scoreField } from './score-field.ts';

/** Score from which a meaning counts as certain. */
const CERTAIN = 24;

/** What each control asks for. Pure: the same descriptions give the same answer. */
export function classifyFields(fields: readonly FieldDescription[]): ClassifiedField[] {
  const decoded = decodeSequence(fields.map(scoreField));
  return decoded.map(({ field, token, score }) => ({
    fieldKey: field.key,
    token,
    section: readSection(field),
    confidence: Math.min(1, score / CERTAIN),
  }));
}
