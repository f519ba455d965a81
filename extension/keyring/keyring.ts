import { z } from 'zod';
import { Card, CardData } from '#shared/card/card.ts';
import { decodeBase64url, encodeBase64url } from '#shared/crypto/base64url.ts';
import { encodeText, openBytes, type Random, sealBytes } from './seal.ts';
import { Wrap } from './wrap.ts';

/** What only this person's devices know. */
export const Keyring = z.object({
  /** X25519, raw, base64url: opens what the server sealed to this person. */
  readingKeys: z.object({ publicKey: z.string(), privateKey: z.string() }),
  cards: z.array(z.object({ card: Card, cardData: CardData })),
  /** Ids of cards that their owner removed: another device's copy does not bring them back. */
  removedIds: z.array(z.string()).default([]),
});
export type Keyring = z.infer<typeof Keyring>;

const SealedForm = z.object({ v: z.literal(1), wraps: z.array(Wrap).min(1).max(8), box: z.string() });
type SealedForm = z.infer<typeof SealedForm>;

/** Seals `keyring` under the root key. The version is part of it: an older one cannot pass for a newer one. */
export function sealKeyring(
  keyring: Keyring,
  rootKey: Uint8Array,
  wraps: Wrap[],
  version: number,
  random: Random,
): string {
  const box = sealBytes(rootKey, encodeText(JSON.stringify(keyring)), makeContext(version), random);
  const form: SealedForm = { v: 1, wraps, box };
  return encodeBase64url(encodeText(JSON.stringify(form)));
}

/** How a sealed keyring opens; null for what is none of ours. */
export function readWraps(sealed: string): Wrap[] | null {
  return readForm(sealed)?.wraps ?? null;
}

/** The keyring, or null where the root key, the version or a bit of it differs. */
export function openKeyring(sealed: string, rootKey: Uint8Array, version: number): Keyring | null {
  const form = readForm(sealed);
  const bytes = form && openBytes(rootKey, form.box, makeContext(version));
  return bytes ? Keyring.parse(JSON.parse(new TextDecoder().decode(bytes))) : null;
}

/** Both devices' cards, less those removed on either. Reading keys are the same on all devices of a person, or the kept ones count. */
export function mergeKeyrings(kept: Keyring, own: Keyring): Keyring {
  const known = new Set(kept.cards.map(({ card }) => card.id));
  const removedIds = [...new Set([...kept.removedIds, ...own.removedIds])];
  const cards = [...kept.cards, ...own.cards.filter(({ card }) => !known.has(card.id))];
  return { ...kept, removedIds, cards: cards.filter(({ card }) => !removedIds.includes(card.id)) };
}

/** The keyring with one more card; the same again changes nothing. */
export function addCard(keyring: Keyring, card: Card, cardData: CardData): Keyring {
  if (keyring.cards.some(one => one.card.id === card.id)) return keyring;
  return { ...keyring, cards: [...keyring.cards, { card, cardData }] };
}

/** The keyring without that card, for good; one that is not there changes nothing. */
export function removeCard(keyring: Keyring, cardId: string): Keyring {
  const cards = keyring.cards.filter(({ card }) => card.id !== cardId);
  if (cards.length === keyring.cards.length) return keyring;
  return { ...keyring, cards, removedIds: [...keyring.removedIds, cardId] };
}

function makeContext(version: number): string {
  return `wayveil-keyring-1 version ${version}`;
}

function readForm(sealed: string): SealedForm | null {
  const bytes = decodeBase64url(sealed);
  if (!bytes) return null;
  try {
    return SealedForm.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data ?? null;
  } catch {
    return null;
  }
}
