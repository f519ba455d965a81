import type { CredentialJson } from '#tests/fixtures/soft-passkey.ts';

/** How far a purchase is, in order. */
export const STEPS = ['none', 'order_received', 'identity_confirmed', 'shipped', 'closed'] as const;
export type Step = (typeof STEPS)[number];

/** What a caller knows of one purchase. */
export interface Life {
  readonly orderNumber: string;
  readonly caller: number;
  purchaseId: string | null;
  /** The last step that the server acknowledged. */
  acknowledged: Step;
  /** How many commands were acknowledged. */
  acknowledgedCount: number;
  /** The step that was asked for and has no answer yet: it happened or it did not. */
  asked: Step | null;
  /** The key under which `asked` was asked for; asked again it must mean the same. */
  idempotencyKey: string;
  /** The passkey's signature, made once: asked again, the same bytes must go. */
  confirmation?: CredentialJson;
}

/** Everything that was acknowledged by servers that are dead now. */
export interface Journal {
  readonly lives: Life[];
}

export function openLife(journal: Journal, caller: number): Life {
  const orderNumber = `F-${journal.lives.length + 1}`;
  const life: Life = {
    ...{ orderNumber, caller, purchaseId: null, acknowledged: 'none', acknowledgedCount: 0, asked: null },
    idempotencyKey: crypto.randomUUID(),
  };
  journal.lives.push(life);
  return life;
}

/** What is wrong with a purchase that is found at `found`, or null. */
export function judgeLife(life: Life, found: Step): string | null {
  const at = STEPS.indexOf(found);
  if (at < STEPS.indexOf(life.acknowledged))
    return `${life.orderNumber} was acknowledged as ${life.acknowledged} and is ${found}: it is lost`;
  if (at > STEPS.indexOf(life.asked ?? life.acknowledged))
    return `${life.orderNumber} is ${found}, which nobody asked for`;
  return null;
}
