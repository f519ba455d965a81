import type { ClassifiedField, FieldDescription, FieldToken } from '../detect/field-description.ts';
import { readFilledToken } from '../detect/telephone-country.ts';
import { chooseSpelling, spellForField } from './choose-spelling.ts';
import { listCountryNames } from './country-names.ts';
import type { FillPlan, FillStep, PlannedValues } from './fill-plan.ts';
import type { ValuesToFill, VirtualIdentity } from './identity.ts';
import { joinPlace } from './join-place.ts';
import { nameField } from './name-field.ts';
import { type AddressField, planAddressLines } from './plan-address.ts';
import { listCardValues, planCardNumber } from './plan-card.ts';
import { planMail } from './plan-mail.ts';
import { listPhoneticNames } from './plan-phonetic.ts';
import { listCityNames, listRegionNames, listShortNames, planPostcode } from './plan-place.ts';
import { planTel } from './plan-tel.ts';

export interface PlanInput {
  fields: readonly FieldDescription[];
  classified: readonly ClassifiedField[];
  values: ValuesToFill;
  /** The origin of the frame whose fields these are. */
  origin: string;
  /** The `lang` of the page, for names of countries and months. */
  language: string;
  overwrite?: boolean;
}

/** Pages reload what follows a country or a state, so these come first; the rest keeps the page's order. */
/** Parts of an address. */
const PLACES: readonly FieldToken[] = ['address-level1', 'address-level2', 'postal-code'];
/** What a search of the page may write alone. */
const CLOSED_PARTS = /^(?:address-|postal-|street-|house-|country$)/;
const FIRST: readonly FieldToken[] = ['country', 'address-level1', 'postal-code', 'address-level2'];

/**
 * What each visible field is to get, in the form that it wants. Card values go to `cc-…` fields only, and only
 * where `values` has a card. Pure.
 */
export function planFill(asked: PlanInput): FillPlan {
  const classified = asked.classified.map(one => ({ ...one, token: readFilledToken(one) }));
  const identity = spellIdentity({ ...asked, classified });
  const input = { ...asked, classified, values: { ...asked.values, identity } };
  const known = new Map(input.classified.map(one => [one.fieldKey, one]));
  const steps: FillStep[] = [];
  const fields = listFillable(input.fields, known);
  const shared = planSharedValues(input, fields, known);
  for (const field of fields) {
    const token = known.get(field.key)?.token ?? 'none';
    if (token === 'none' && !shared.has(field.key)) continue;
    const step = { fieldKey: field.key, token, label: nameField(field) };
    const planned = shared.get(field.key);
    if (planned === null) steps.push({ ...step, values: [], refused: 'would_be_anothers' });
    const values = planned === undefined ? listValues(field, token, input) : (planned ?? []);
    const present = values.filter(value => value !== '');
    if (present.length > 0) steps.push(fitStep(step, field, present));
  }
  return { origin: input.origin, steps: sortSteps(steps), overwrite: input.overwrite ?? false };
}

function spellIdentity({ fields, classified, values: { identity }, language }: PlanInput): VirtualIdentity {
  const known = new Map(classified.map(one => [one.fieldKey, one.token]));
  const own = fields.filter(({ key, visible }) => visible && (known.get(key) ?? 'none') !== 'none');
  return chooseSpelling(identity, own, language);
}

// Parts of an address may be closed until a country is chosen, or for good where the page finds them by a search: who
// looks them up there needs to know what they are to be, and the lines after them hold the rest.
function listFillable(
  fields: readonly FieldDescription[],
  known: ReadonlyMap<string, ClassifiedField>,
): FieldDescription[] {
  const tokenOf = ({ key }: FieldDescription): FieldToken => known.get(key)?.token ?? 'none';
  const asked = fields.filter(field => field.visible && tokenOf(field) !== 'none');
  const forms = new Set(asked.filter(field => field.writable).map(({ form }) => form));
  return fields.filter(field => {
    const isClosedPart = forms.has(field.form) && CLOSED_PARTS.test(tokenOf(field));
    return field.visible && (field.writable || isClosedPart);
  });
}

// Values that depend on the fields around them: address lines, telephone, mail address and card number in parts.
function planSharedValues(
  { values, language }: PlanInput,
  fields: readonly FieldDescription[],
  known: ReadonlyMap<string, ClassifiedField>,
): PlannedValues {
  const shared: PlannedValues = new Map();
  const rows = fields.map(field => ({ field, token: known.get(field.key)?.token ?? 'none' }));
  const forms = Map.groupBy(rows, ({ field }) => field.form);
  // Components with a shadow root around each control make a form by themselves: those are of one form.
  const nameForm = (form: number): string => (forms.get(form)?.length === 1 ? 'lone' : `${form}`);
  const groups = Map.groupBy(rows, ({ field }) => `${nameForm(field.form)}/${known.get(field.key)?.section}`);
  for (const group of groups.values()) {
    for (const [key, list] of planAddress(group, values.identity, language)) shared.set(key, list);
  }
  for (const [key, list] of planMail(rows, values.identity.email)) shared.set(key, list);
  if (values.card)
    for (const [key, part] of planCardNumber(rows, values.card.number)) shared.set(key, [part]);
  return shared;
}

function planAddress(
  group: readonly AddressField[],
  identity: VirtualIdentity,
  language: string,
): PlannedValues {
  const plan: PlannedValues = new Map([
    ...planAddressLines(group, identity),
    ...planPostcode(group, identity),
    ...planTel(group, identity, language),
  ]);
  for (const one of group) {
    const { key } = one.field;
    if (one.token === 'address-level2') plan.set(key, listCityNames(group, identity));
    const joined = PLACES.includes(one.token) ? joinPlace(one, group, identity) : null;
    if (joined !== null) plan.set(key, [joined, ...(plan.get(key) ?? [])]);
  }
  return plan;
}

function listValues(field: FieldDescription, token: FieldToken, { values, language }: PlanInput): string[] {
  if (token.startsWith('cc-')) return values.card ? listCardValues(field, token, values.card, language) : [];
  if (token.startsWith('phonetic-')) return listPhoneticNames(token, field, values.identity);
  return listIdentityValues(token, spellForField(values.identity, field), language);
}

function listIdentityValues(token: FieldToken, identity: VirtualIdentity, language: string): string[] {
  switch (token) {
    case 'name':
      return [identity.name];
    case 'given-name':
      return [identity.givenName];
    case 'family-name':
      return [identity.familyName];
    case 'organization':
      return identity.organization ? [identity.organization] : [];
    case 'email':
      return [identity.email];
    case 'address-level3':
      return listShortNames(identity.addressLevel3 ?? '');
    case 'address-level1':
      return listRegionNames(identity);
    case 'country':
      return listCountryNames(identity.country, language);
    default:
      return [];
  }
}

function fitStep(step: Omit<FillStep, 'values'>, field: FieldDescription, present: string[]): FillStep {
  const values = fitValues(field, present);
  return { ...step, values, ...(values.length === 0 && { refused: 'no_room' }) };
}

// A select decides itself which value it offers; a text field takes what its length and pattern allow.
function fitValues(field: FieldDescription, present: string[]): string[] {
  if (field.tag === 'select') return present;
  const limit = field.takesMore ? null : field.maxLength;
  const short = present.filter(value => limit === null || value.length <= limit);
  const pattern = compilePattern(field.pattern);
  const matching = pattern ? short.filter(value => pattern.test(value)) : short;
  return matching.length > 0 ? matching : short;
}

function compilePattern(pattern: string): RegExp | null {
  if (!pattern) return null;
  try {
    return new RegExp(`^(?:${pattern})$`, 'v');
  } catch {
    return null; // Browsers ignore a pattern that is no expression, and so do we.
  }
}

function sortSteps(steps: readonly FillStep[]): FillStep[] {
  const rank = (step: FillStep): number => {
    const at = FIRST.indexOf(step.token);
    return at < 0 ? FIRST.length : at;
  };
  return steps.toSorted((a, b) => rank(a) - rank(b));
}
