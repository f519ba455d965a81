import { isVisible } from '../detect/judge-visibility.ts';

/** How far above a telephone's input the list of countries beside it may stand. */
const HIGHEST_BOX = 3;
const OPENER = 'button,[role="button"],[role="combobox"],[aria-haspopup]';
const CODE = /\+ ?(\d{1,3})(?!\d)/;

/**
 * The forms of a telephone number that are this number behind the calling code that a list of countries beside the
 * input shows: where it shows another country's, the number as dialled at home would be a stranger's.
 */
export function heedCode(input: HTMLElement, values: readonly string[]): readonly string[] {
  const international = values.find(value => /^\+\d+$/.test(value));
  const code = international ? readCodeBeside(input) : null;
  return !international || code === null || international.startsWith(code) ? values : [international];
}

function readCodeBeside(input: HTMLElement): string | null {
  let box = input.parentElement;
  for (let step = 0; box && step < HIGHEST_BOX; step++, box = box.parentElement) {
    const others = [...box.querySelectorAll<HTMLElement>('input,select,textarea')].filter(one =>
      isVisible(one),
    );
    if (others.length > 1) return null;
    for (const opener of box.querySelectorAll<HTMLElement>(OPENER)) {
      const said = [opener.textContent, opener.title, opener.ariaLabel].map(
        text => CODE.exec(text ?? '')?.[1],
      );
      const code = said.find(one => one !== undefined);
      if (code && isVisible(opener)) return `+${code}`;
    }
  }
  return null;
}
