import { isPrimaryAccountNumber } from '#shared/card/luhn.ts';
import type { OpenShadowRoot } from '../detect/walk-roots.ts';
import type { Report } from '../messages/report.ts';
import { findEventControl } from './find-control.ts';
import type { PageView } from './page-view.ts';
import { showWork } from './page-work.ts';

type CardView = Pick<PageView, 'read' | 'owner'>;

/** A part of a number that is asked for in several inputs. */
const LONGEST_PART = 6;

/**
 * S62: reports a number with a right check digit that a person types, pastes or drops into a payment field, once until it is
 * another; what they typed there before this watch began counts. Which numbers are cards of ours is not known here.
 * Events that the page makes up are not looked at. What it gives tells the last one again, if that still stands in its
 * field.
 */
export function watchCardNumber(
  view: CardView,
  report: Report,
  openShadowRoot?: OpenShadowRoot,
): () => Record<string, never> {
  const asked = new Set<string>();
  const last: { field: HTMLInputElement | null; digits: string } = { field: null, digits: '' };
  const composed: { field: Element | null } = { field: null };
  const lookAt = (field: Element | null): void => {
    const digits = field instanceof HTMLInputElement && readNumber(view, field);
    if (!digits || digits === last.digits) return;
    asked.add(digits);
    Object.assign(last, { field, digits });
    showWork(report('card_number_typed', { digits }));
  };
  const look = (event: Event): void => {
    if (!event.isTrusted) return;
    const field = findEventControl(event, openShadowRoot);
    // Whoever composes is not done: a fill would take the focus away in the middle of it.
    if ('isComposing' in event && event.isComposing) composed.field = field;
    else lookAt(field);
  };
  const lookAfter = (event: Event): void => queueMicrotask(() => look(event));
  for (const field of view.read().elements.values()) if (view.owner.hasTouched(field)) lookAt(field);
  addEventListener('input', look, true);
  // Chromium says of this event that the page had made it.
  addEventListener('compositionend', () => lookAt(composed.field), true);
  // A mask that takes a paste, a drop or a key press into its own hands leaves no input event of the person's.
  addEventListener('paste', lookAfter);
  addEventListener('drop', lookAfter);
  addEventListener('keyup', look, true);
  addEventListener('change', look, true);
  return () => {
    const digits = last.field?.isConnected && readNumber(view, last.field);
    // The page may have put another number there: only a person's own is told.
    if (digits && asked.has(digits)) showWork(report('card_number_typed', { digits }));
    return {};
  };
}

function readNumber(view: CardView, field: HTMLInputElement): string | null {
  const digits = readDigits(field);
  if (isPrimaryAccountNumber(digits)) return isNumberField(view, field) ? digits : null;
  const part = field.maxLength > 0 && field.maxLength <= LONGEST_PART && digits.length === field.maxLength;
  if (!part) return null;
  const parts = listNumberFields(view);
  const whole = parts.includes(field) ? parts.map(readDigits).join('') : '';
  return isPrimaryAccountNumber(whole) ? whole : null;
}

function isNumberField(view: CardView, field: HTMLInputElement): boolean {
  if (listNumberFields(view).includes(field)) return true;
  // A field that a payment provider puts alone into a frame may say nothing of itself.
  const seen = view.read().fields.filter(({ visible }) => visible);
  return self !== self.top && seen.length === 1;
}

function readDigits(field: HTMLInputElement): string {
  // A Japanese keyboard writes wide digits.
  return field.value.normalize('NFKC').replace(/[^\d]/g, '');
}

function listNumberFields(view: CardView): HTMLInputElement[] {
  const { classified, elements } = view.read();
  return classified.flatMap(({ token, fieldKey }) => {
    const element = elements.get(fieldKey);
    return token === 'cc-number' && element instanceof HTMLInputElement ? [element] : [];
  });
}
