import { describe, expect, it } from 'vitest';
import { LOCALES } from '#shared/api/locale.ts';
import { makeOrder, makePasskeyChange, makePayoutChange, NOW_MS } from '#tests/fixtures/post-office.ts';
import { TEXTS } from '../texts.ts';
import { writePasskeyChange } from './passkey-letter.ts';
import { writePayoutChange } from './payout-letter.ts';
import { renderHtml, renderText } from './render-letter.ts';
import {
  writeAuthenticationMessage,
  writeBill,
  writeConfirmationRequest,
  writeReceiptReminder,
  writeStateChange,
} from './write-letters.ts';

const DAY = 86_400_000;

describe.each(LOCALES)('letters in %s', locale => {
  it('S29: the request shows amount, payee, order, delivery and funding, and the code in subject and body', () => {
    const order = makeOrder();
    const letter = writeConfirmationRequest(order, locale, '482913');
    expect(letter.subject).toContain('[482913]');
    for (const part of [renderText(letter), renderHtml(letter)]) {
      for (const words of ['[482913]', '48,000', 'Kestrel Audio', 'kestrel-audio.localhost', 'KA-204918']) {
        expect(part).toContain(words);
      }
      expect(part).toMatch(/[0-9A-Z]{4} [0-9A-Z]{4} [0-9A-Z] - 06/);
      expect(part).not.toMatch(/https?:|<img|<script|src=/);
    }
  });

  it('S29: above the limit the request holds no code', () => {
    const letter = writeConfirmationRequest(makeOrder(), locale, null);
    expect(letter.code).toBeNull();
    expect(letter.subject).not.toContain('[');
  });

  it('S37: every letter shows the five stages in order, each with its mark', () => {
    const shipped = makeOrder({
      state: 'shipped',
      enteredAtMs: { order_received: NOW_MS, identity_confirmed: NOW_MS, shipped: NOW_MS + DAY },
    });
    const { stages } = writeStateChange(shipped, 'shipped', locale);
    expect(stages?.lines.map(line => line.mark)).toEqual(['done', 'done', 'now', 'later', 'later']);
    expect(stages?.next).not.toBeNull();
  });

  it('S31: the authentication message says what was confirmed, for each funding', () => {
    for (const funding of ['held', 'advanced'] as const) {
      const order = makeOrder({ state: 'identity_confirmed', funding, shipByMs: NOW_MS + DAY });
      const letter = writeAuthenticationMessage(order, locale);
      expect(letter.paragraphs[0]).toContain('Kestrel Audio');
      expect(letter.paragraphs[0]).toContain('48,000');
    }
  });

  it('S33: the reminder says until when silence counts as receipt', () => {
    const order = makeOrder({ state: 'shipped', deliveredAtMs: NOW_MS });
    const letter = writeReceiptReminder(order, locale, NOW_MS + 7 * DAY);
    expect(letter.paragraphs[1]).toContain('28');
  });

  it('S34: a change of where a shop is paid says what rests and until when, or that it is the first', () => {
    const letter = writePayoutChange(makePayoutChange(), locale);
    const text = renderText(letter);
    for (const words of ['Kestrel Audio', 'kestrel-audio.localhost', '3000', '23'])
      expect(text).toContain(words);
    const first = renderText(writePayoutChange(makePayoutChange({ paysFromMs: NOW_MS }), locale));
    expect(first).not.toContain('23');
  });

  it.each(['passkey_added', 'passkey_removed', 'passkey_rested', 'passkey_kept'] as const)(
    'a letter of %s names the passkey and, where it rests, until when it can be kept',
    event => {
      const restsUntilMs = event === 'passkey_rested' ? NOW_MS + 2 * DAY : null;
      const text = renderText(writePasskeyChange(makePasskeyChange({ event, restsUntilMs }), locale));
      expect(text).toContain('Firefox, macOS');
      expect(text.includes('23')).toBe(restsUntilMs !== null);
      expect(renderText(writePasskeyChange(makePasskeyChange({ event, name: null }), locale))).not.toContain(
        'null',
      );
    },
  );

  it('S34: the bill has its own amount', () => {
    const bill = { amountMinor: 47_000n, dueAtMs: NOW_MS + DAY, settledAtMs: null };
    const letter = writeBill(makeOrder({ state: 'received', bill }), bill, locale);
    expect(letter.subject).toContain('47,000');
  });

  it('every state off the path has its letter', () => {
    for (const state of ['declined', 'expired', 'cancelled', 'disputed', 'returned', 'refunded'] as const) {
      const order = makeOrder({ state, enteredAtMs: { order_received: NOW_MS, [state]: NOW_MS } });
      const letter = writeStateChange(order, null, locale);
      expect(letter.heading).toBe(TEXTS[locale][`state.${state}.title`]);
      const marks = letter.stages?.lines.map(line => line.mark);
      expect(marks?.at(-1)).not.toBe('later');
    }
  });

  it('an event without words of its own is told by its state', () => {
    const letter = writeStateChange(makeOrder({ state: 'closed' }), 'settled', locale);
    expect(letter.heading).toBe(TEXTS[locale]['state.closed.title']);
  });
});

describe('the HTML of a letter', () => {
  it('shows what a shop wrote as text', () => {
    const order = makeOrder({ payee: { host: 'x.localhost', name: '<img src=x onerror=alert(1)>' } });
    expect(renderHtml(writeConfirmationRequest(order, 'en', '482913'))).not.toContain('<img');
  });
});
