/**
 * What a control asks for: WHATWG autocomplete tokens, `house-number`, how a name is read (PHONETIC of RFC 9554), and
 * `none` for everything else.
 */
export type FieldToken =
  | 'name'
  | 'given-name'
  | 'additional-name'
  | 'family-name'
  | 'phonetic-name'
  | 'phonetic-given-name'
  | 'phonetic-family-name'
  | 'organization'
  | 'email'
  | 'tel'
  | 'tel-national'
  | 'tel-country-code'
  | 'tel-area-code'
  | 'tel-local'
  | 'tel-local-prefix'
  | 'tel-local-suffix'
  | 'tel-extension'
  | 'street-address'
  | 'address-line1'
  | 'address-line2'
  | 'address-line3'
  | 'street-name'
  | 'house-number'
  | 'address-level1'
  | 'address-level2'
  | 'address-level3'
  | 'postal-code'
  | 'country'
  | 'cc-name'
  | 'cc-given-name'
  | 'cc-family-name'
  | 'cc-number'
  | 'cc-exp'
  | 'cc-exp-month'
  | 'cc-exp-year'
  | 'cc-csc'
  | 'cc-type'
  | 'none';

/** Where a text that names a control was found, from the most to the least binding. */
export type TextSource = 'label' | 'aria' | 'placeholder' | 'title' | 'before' | 'after' | 'column';

export interface FieldText {
  source: TextSource;
  text: string;
}

export interface FieldOption {
  value: string;
  text: string;
}

/**
 * One control of a page as plain data. It holds what the page says about the control, never what a person
 * typed into it, so that it may be shown, compared and logged.
 */
export interface FieldDescription {
  /** Stable for one element as long as one `FieldIndex` lives. */
  key: string;
  tag: 'input' | 'select' | 'textarea';
  /** The `type` of an input; `select` or `textarea` for the others. */
  type: string;
  name: string;
  id: string;
  autocomplete: string;
  inputMode: string;
  pattern: string;
  /** Characters; null where the page sets none. A narrow field without a limit has its width here. */
  maxLength: number | null;
  /** Whether `maxLength` is a width only, and the field takes more. */
  takesMore?: boolean | undefined;
  texts: FieldText[];
  /** The first options of a select or datalist, and how many there are. */
  options: FieldOption[];
  optionCount: number;
  /** Headings and legends above the control, nearest first. */
  sections: string[];
  /** Which form it belongs to; controls without a form share one number per document or shadow root. */
  form: number;
  /** Position in tree order. */
  order: number;
  visible: boolean;
  writable: boolean;
}

export type AddressSection = 'shipping' | 'billing';

export interface ClassifiedField {
  fieldKey: string;
  token: FieldToken;
  /** A country that is asked for its calling code: the telephone's, never the address's. */
  ofTelephone: boolean;
  section: AddressSection | null;
  /** 0 to 1. */
  confidence: number;
}
