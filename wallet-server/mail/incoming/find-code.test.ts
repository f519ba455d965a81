import { describe, expect, it } from 'vitest';
import { LOCALES } from '#shared/api/locale.ts';
import { makeOrder } from '#tests/fixtures/post-office.ts';
import { renderHtml, renderText } from '../outgoing/render-letter.ts';
import { writeConfirmationRequest } from '../outgoing/write-letters.ts';
import { findCode, soundsLikeNo } from './find-code.ts';

const NOTHING = { subject: '', text: '', html: '' };

describe.each(LOCALES)('a reply to a letter in %s', locale => {
  const letter = writeConfirmationRequest(makeOrder(), locale, '482913');
  const text = renderText(letter);

  it.each([
    ['quoted', text.replace(/^/gm, '> ')],
    ['quoted twice', text.replace(/^/gm, '> > ')],
    ['unquoted', text],
    ['on one line', text.replace(/\s+/g, ' ')],
  ])('S30: the code is found where the text came back %s, and nothing in it sounds like no', (_, came) => {
    expect(findCode({ ...NOTHING, text: came })).toBe('482913');
    if (came.includes('\n')) expect(soundsLikeNo(came)).toBe(false);
  });

  it('S30: the code is found in HTML that a mail program restyled', () => {
    const html = renderHtml(letter).replace('[482913]', '<span>&#91;</span><b>482</b><i>913</i>]');
    expect(findCode({ ...NOTHING, html })).toBe('482913');
  });

  it('S30: the code is found in the subject', () => {
    expect(findCode({ ...NOTHING, subject: `Re: ${letter.subject}` })).toBe('482913');
  });
});

describe('the code in a reply', () => {
  it.each([
    ['typed alone', '482913', '482913'],
    ['in full-width digits', '４８２９１３', '482913'],
    ['in a sentence', 'The code is 482913.', '482913'],
    ['two that differ', '482913 or 111111', null],
    ['two in brackets that differ', '[482913] [111111]', null],
    ['part of a longer number', '4829131', null],
    ['an amount', '₩482,913 or 4,829.13', null],
    ['nothing', 'yes', null],
  ])('S30: %s', (_, text, code) => {
    expect(findCode({ ...NOTHING, text })).toBe(code);
  });
});

describe('what a person wrote above the quoted mail', () => {
  it.each([
    ['No', true],
    ['This wasn’t me', true],
    ["This wasn't me", true],
    ['Please cancel this order.', true],
    ['주문하지 않았어요', true],
    ['キャンセルしてください', true],
    ['Yes, thank you', false],
    ['확인합니다', false],
    ['はい、お願いします', false],
    ['Sent from my phone\nNorthwind Ltd, No. 5', false],
    ['> Was this not you? Do not reply. cancel', false],
  ])('S30: %j sounds like no: %s', (text, no) => {
    expect(soundsLikeNo(text)).toBe(no);
  });
});
