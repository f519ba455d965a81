import type { Locale } from '#shared/api/locale.ts';
import type { Purchase } from '#shared/purchase/purchase.ts';
import { type OffPathState, STAGES, type Stage } from '#shared/purchase/state.ts';
import { formatText, formatTime, isTextKey } from '../texts.ts';
import type { Letter, StageLine } from './letter.ts';

/** The five stages of `purchase` in words, each with its date, and what is next (S36, S37). */
export function writeStages(purchase: Purchase, locale: Locale): NonNullable<Letter['stages']> {
  const lines = STAGES.map(stage => writeLine(purchase, stage, locale));
  const { state } = purchase;
  if (isOffPath(state)) {
    const entered = lines.filter(line => line.mark !== 'later');
    lines.splice(entered.length, lines.length, writeLine(purchase, state, locale));
  }
  return { title: formatText(locale, 'stage.title'), lines, next: writeNext(purchase, locale) };
}

function isOffPath(state: Purchase['state']): state is OffPathState {
  return !(STAGES as readonly string[]).includes(state);
}

function writeLine(purchase: Purchase, stage: Stage | OffPathState, locale: Locale): StageLine {
  const atMs = purchase.enteredAtMs[stage];
  const over = stage === 'closed' && purchase.state === 'closed';
  const mark = purchase.state === stage && !over ? 'now' : atMs === undefined ? 'later' : 'done';
  const word = formatText(locale, `mark.${mark}`);
  const note = atMs === undefined ? word : `${word}, ${formatTime(atMs, locale)}`;
  return { name: formatText(locale, `stage.${stage}`), mark, note };
}

function writeNext(purchase: Purchase, locale: Locale): string | null {
  const key = `next.${purchase.state}`;
  if (!isTextKey(key)) return null;
  const { state, confirmByMs, shipByMs, bill } = purchase;
  const due = { order_received: confirmByMs, identity_confirmed: shipByMs, received: bill?.dueAtMs };
  const dueAtMs = state in due ? due[state as keyof typeof due] : null;
  if (state !== 'shipped' && (dueAtMs === null || dueAtMs === undefined)) return null;
  const values = { payee: purchase.payee.name, due: dueAtMs ? formatTime(dueAtMs, locale) : '' };
  return formatText(locale, key, values);
}
