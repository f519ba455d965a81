import { isVisible } from '../detect/judge-visibility.ts';
import type { NativeField } from '../detect/walk-roots.ts';
import { keepsValue } from './keeps-value.ts';

/** How far above a telephone's input the list of countries beside it may stand. */
const HIGHEST_BOX = 3;
const OPENER = 'button,[role="button"],[role="combobox"],[aria-haspopup]';
const CODE = /\+ ?(\d{1,3})(?!\d)/;
/** What a list of countries calls itself in its markup, whatever the page's language. */
const COUNTRY = /flag|countr|dial-?code/i;

/** What stands beside a telephone's input: a calling code, or a list of countries that shows none. */
type Beside = { code: string } | 'countries' | null;

/**
 * The forms of a telephone number that fit what stands beside the input or in it, best first. Behind its own calling
 * code that is what follows it; where a list of countries shows another code, the number as dialled at home would be a
 * stranger's; where it shows none, or the input begins with a code, only the whole number says whose it is.
 */
export function heedCode(input: NativeField, values: readonly string[]): readonly string[] {
  const international = findInternational(values);
  if (!international) return values;
  const beside = readBeside(input);
  const isWhole = beside === 'countries' || input.value.trim().startsWith('+');
  if (isWhole) return [...new Set([international, ...values])];
  if (beside === null) return values;
  if (!international.startsWith(beside.code)) return [international];
  return [...new Set([international.slice(beside.code.length), ...values])];
}

/**
 * Whether the input holds one of `values`. Beside a calling code a number may not begin with one that has lost its
 * sign, and behind a sign the whole number must stand.
 */
export function holdsOne(input: NativeField, values: readonly string[]): boolean {
  const international = findInternational(values);
  const beside = international && !input.value.trim().startsWith('+') ? readBeside(input) : null;
  if (!international || beside === null || beside === 'countries') {
    const counting = beside === null ? listWhole(values, international) : values;
    return counting.some(value => keepsValue(input, value));
  }
  if (!international.startsWith(beside.code)) return false;
  const own = [international.slice(beside.code.length), ...values.filter(value => value !== international)];
  return own.some(value => keepsValue(input, value));
}

// Where the number is a foreign one, neither code nor leading zero leave another country's number.
function listWhole(values: readonly string[], international = ''): readonly string[] {
  if (values[0] !== international || !values.some(value => value.startsWith('0'))) return values;
  return values.filter(value => value === international || !international.endsWith(value));
}

function findInternational(values: readonly string[]): string | undefined {
  return values.find(value => /^\+\d{6,}$/.test(value));
}

function readBeside(input: HTMLElement): Beside {
  let box = input.parentElement;
  for (let step = 0; box && step < HIGHEST_BOX; step++, box = box.parentElement) {
    const others = [...box.querySelectorAll<HTMLElement>('input,select,textarea')].filter(one =>
      isVisible(one),
    );
    if (others.length > 1) return null;
    const openers = [...box.querySelectorAll<HTMLElement>(OPENER)].filter(one => one !== input);
    for (const one of [...openers, ...listBareCodes(box)]) {
      const code = readCode(one);
      if (code) return { code };
    }
    const lists = [...box.querySelectorAll<HTMLElement>('select')].map(one => one.cloneNode() as HTMLElement);
    if ([...openers, ...lists].some(one => COUNTRY.test(one.outerHTML))) return 'countries';
  }
  return null;
}

function readCode(opener: HTMLElement): string | null {
  const said = [opener.textContent, opener.title, opener.ariaLabel].map(text => CODE.exec(text ?? '')?.[1]);
  const code = said.find(one => one !== undefined);
  return code && isVisible(opener) ? `+${code}` : null;
}

/** What stands in the box outside of a list and says a code alone. */
function listBareCodes(box: HTMLElement): HTMLElement[] {
  const leaves = [...box.querySelectorAll<HTMLElement>('div,span,p')];
  return leaves.filter(one => /^\s*\(?\+ ?\d{1,3}\)?\s*$/.test(one.textContent ?? '') && !one.closest('li'));
}
