import type { Purchase } from './purchase.ts';
import type { EscrowTerms } from './terms.ts';

/** Until when what was received may be sent back; null before it is received, and where an arbiter has decided (S37). */
export function findReturnEnd(
  { enteredAtMs, disputes }: Purchase,
  { returnWindowMs }: Pick<EscrowTerms, 'returnWindowMs'>,
): number | null {
  if (enteredAtMs.received === undefined || disputes.decidedBy === 'arbiter') return null;
  return enteredAtMs.received + returnWindowMs + disputes.returnPausedMs;
}
