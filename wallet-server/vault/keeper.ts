import { z } from 'zod';
import { PersonRecord } from '#shared/api/people.ts';

const Hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-z]{${bytes * 2},${bytes * 2 + 1}}$`));
const Sequence = z.int().nonnegative();

export const Head = z.object({
  stamp: z.object({ sequence: Sequence, nonce: Hex(16) }),
  digest: Hex(32),
  erased: z.boolean(),
});

const Known = z.object({ head: Head.nullable(), erasedThrough: Sequence });
const PersonId = z.uuid();

/** A record on its way to the vault, sealed to the vault's public key: only the vault opens it (RFC 9180). */
export const SealedWrite = z.object({
  personId: PersonId,
  /** From the directory: the order of a person's writes. */
  sequence: Sequence,
  /** Made once per write: done again it is known. */
  writeId: Hex(16),
  enc: z.string(),
  ciphertext: z.string(),
});
export type SealedWrite = z.infer<typeof SealedWrite>;

const Unreachable = z.object({ refused: z.literal('unreachable') });

/** One row per call: what the keeper is asked and what it answers. The same table serves both adapters. */
export const KEEPER_CALLS = {
  describe: {
    ask: z.object({}),
    answer: z.object({
      /** Raw X25519, base64url. */
      publicKey: z.string(),
      stores: z.object({ first: z.boolean(), second: z.boolean(), files: z.boolean() }),
    }),
  },
  /** Keeps a record in two stores at least. `missed`: how many did not take it. */
  keep: {
    ask: z.object({ write: SealedWrite, known: Known }),
    answer: z.union([
      z.object({ head: Head, missed: z.int() }),
      /** Two stores have something newer: the directory's count lags behind. */
      z.object({ refused: z.literal('superseded'), head: Head }),
      /** None of the vault's keys opens it. */
      z.object({ refused: z.literal('unreadable') }),
      Unreachable,
    ]),
  },
  /** The newest record that is not older than what the directory knows. `lost`: all stores answered and none has it. */
  find: {
    ask: z.object({ personId: PersonId, known: Known }),
    answer: z.union([
      z.object({ record: PersonRecord.nullable(), head: Head.nullable(), missed: z.int() }),
      z.object({ refused: z.literal('lost') }),
      Unreachable,
    ]),
  },
  /** Destroys the shares in every store that is there. */
  erase: {
    ask: z.object({ personId: PersonId, sequence: Sequence, writeId: Hex(16) }),
    answer: z.object({ head: Head, missed: z.int() }),
  },
  /** Looks at all stores and makes them whole: damaged, missing, old, erased, under an old key. */
  mend: {
    ask: z.object({ personId: PersonId, known: Known }),
    answer: z.union([
      z.object({ head: Head.nullable(), missed: z.int(), mended: z.int() }),
      z.object({ refused: z.literal('lost') }),
      Unreachable,
    ]),
  },
} as const;

export type KeeperCall = keyof typeof KEEPER_CALLS;
export type KeeperAsk<Call extends KeeperCall> = z.output<(typeof KEEPER_CALLS)[Call]['ask']>;
export type KeeperAnswer<Call extends KeeperCall> = z.output<(typeof KEEPER_CALLS)[Call]['answer']>;

/** Who alone touches the stores (S6): in this process, or in one of its own behind its own credentials. */
export type Keeper = {
  [Call in KeeperCall]: (ask: KeeperAsk<Call>) => Promise<KeeperAnswer<Call> | z.output<typeof Unreachable>>;
};
