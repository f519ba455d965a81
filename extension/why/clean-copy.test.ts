import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeKnownWords } from '../detect/known-words.ts';
import type { CopiedPage } from '../messages/why-map.ts';
import { cleanCopy } from './clean-copy.ts';

const known = makeKnownWords(['Oregon', 'United States']);
const NOTHING_KEPT = new Set<string>();

function makePage(parts: CopiedPage['parts']): CopiedPage {
  return { language: 'en-US', parts };
}

/** Words that no form has: what a person, a street or a mail address might be called. */
const Canary = fc
  .array(fc.constantFrom('zq', 'vex', 'Kwyj', 'ibo', 'Ødsk', 'ürx', 'Žuk', 'qat', 'ЫЖ', 'щу'), {
    minLength: 3,
    maxLength: 4,
  })
  .map(pieces => pieces.join(''));
const Secret = fc.oneof(
  Canary,
  Canary.map(word => `${word}.${word}@mailbox.example`),
  Canary.map(word => `812 ${word} Terrace`),
  fc.stringMatching(/^[3-9]\d{4,15}$/),
  fc.stringMatching(/^[뷁쀍햏됗]{3,5}$/),
);
const TEXT_PLACES = ['placeholder', 'title', 'aria-label', 'name', 'id', 'for', 'aria-labelledby'] as const;
const OTHER_PLACES = ['autocomplete', 'pattern', 'type', 'maxlength', 'inputmode', 'value', 'size'] as const;

/** What of a secret would tell it: its words and its longer numbers. */
function listTraces(secret: string): string[] {
  const public_ = /^(?:mailbox|example|terrace|xxx)$/i;
  const words = secret.normalize('NFC').match(/\p{L}{3,}|\d{5,}/gu) ?? [];
  return words.filter(word => !public_.test(word) && !/^0+$/.test(word));
}

describe('a copy holds nothing of anybody', () => {
  test('wherever a word stands, in texts, attributes, options or identifiers, the copy lacks it', () => {
    const places = fc.constantFrom(...TEXT_PLACES, ...OTHER_PLACES);
    fc.assert(
      fc.property(Secret, Secret, Secret, places, (inText, inAttribute, inOption, place) => {
        const { html } = cleanCopy(
          makePage([
            { tag: 'label', order: null, attributes: [['for', `a-${inText}`]] },
            `Deliver to ${inText}, ${inAttribute}`,
            null,
            {
              tag: 'input',
              order: 0,
              attributes: [
                ['id', `a-${inText}`],
                [place, inAttribute],
              ],
            },
            null,
            { tag: 'select', order: 1, attributes: [['name', `saved_${inAttribute}`]] },
            { tag: 'option', order: null, attributes: [['value', inOption]] },
            inOption,
            null,
            null,
          ]),
          known,
          NOTHING_KEPT,
        );
        for (const trace of [inText, inAttribute, inOption].flatMap(listTraces)) {
          expect(html.toLowerCase()).not.toContain(trace.toLowerCase());
        }
      }),
      { numRuns: 500 },
    );
  });
});

test('the words of forms stay, in many languages, and ids keep what they tie together', () => {
  const { html, controls, takenOut } = cleanCopy(
    makePage([
      { tag: 'label', order: null, attributes: [['for', 'shippingPostalCode']] },
      'Postal code of Hawksbeard *',
      null,
      {
        tag: 'input',
        order: 4,
        attributes: [
          ['id', 'shippingPostalCode'],
          ['name', 'hawksbeard[zip]'],
          ['autocomplete', 'section-hawksbeard shipping postal-code'],
          ['placeholder', 'z. B. 04275'],
        ],
      },
      null,
      'Straße und Hausnummer',
      '우편번호',
      'お届け先の住所',
      'Oregon',
    ]),
    known,
    NOTHING_KEPT,
  );
  expect(html).toContain('<label for="shippingPostalCode">\nPostal code of xxx *');
  expect(html).toContain('data-cid="0" id="shippingPostalCode" name="xxx[zip]"');
  expect(html).toContain('autocomplete="shipping postal-code"');
  expect(html).not.toContain('04275');
  for (const text of ['Straße und Hausnummer', '우편번호', 'Oregon']) expect(html).toContain(text);
  expect(controls).toEqual([
    {
      ...{ cid: 0, order: 4, tag: 'input', type: 'text', name: 'xxx[zip]' },
      ...{ id: 'shippingPostalCode', autocomplete: 'shipping postal-code' },
    },
  ]);
  expect(takenOut).toContain('Hawksbeard');
});

test('a word that its owner puts back stays', () => {
  const page = makePage(['Wohnsitzgemeinde', 'Hawksbeard']);
  const { takenOut } = cleanCopy(page, known, NOTHING_KEPT);
  expect(takenOut).toEqual(['Wohnsitzgemeinde', 'Hawksbeard']);
  const { html } = cleanCopy(page, known, new Set(['Wohnsitzgemeinde']));
  expect(html).toContain('Wohnsitzgemeinde');
  expect(html).not.toContain('Hawksbeard');
});

test('two ids that look alike without their words stay two', () => {
  const { controls } = cleanCopy(
    makePage(
      ['hawks_city', 'beard_city'].flatMap((id, order) => [
        { tag: 'input', order, attributes: [['id', id]] as [string, string][] },
        null,
      ]),
    ),
    known,
    NOTHING_KEPT,
  );
  expect(controls.map(({ id }) => id)).toEqual(['xxx_city', 'xxx_city_2']);
});
