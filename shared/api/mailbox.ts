import { z } from 'zod';
import { defineEndpoint } from './endpoint.ts';
import { CredentialJson, Id, Nothing, OptionsJson } from './fields.ts';
import { RealData } from './people.ts';

const SESSION = ['session_missing', 'session_expired', 'proof_invalid'] as const;
const ASSERTION = ['challenge_unknown', 'passkey_unknown', 'passkey_invalid', 'origin_foreign'] as const;
const Mailbox = RealData.shape.email;

const MailboxConsent = z.object({ mailbox: Mailbox, replaces: z.boolean(), nonce: z.string() });

export const getMailbox = defineEndpoint({
  ...{ method: 'GET', path: '/v1/me/mailbox', party: 'session', status: 200 },
  summary: 'Where Wayveil writes to me, read from the vault; null where I gave no mailbox.',
  result: z.object({ mailbox: Mailbox.nullable() }),
  refusals: [...SESSION, 'vault_unreachable'],
});

export const beginMailboxProof = defineEndpoint({
  ...{ method: 'POST', path: '/v1/me/mailbox/proofs', party: 'session', status: 201 },
  summary: 'Have a code mailed to a mailbox that I want to be written to. An earlier code of mine ends.',
  body: z.object({ mailbox: Mailbox }),
  result: z.object({ proofId: Id }),
  refusals: SESSION,
  idempotency: 'own_nonce',
});

export const proveMailbox = defineEndpoint({
  ...{ method: 'POST', path: '/v1/me/mailbox/proofs/:proofId', party: 'session', status: 200 },
  summary: 'The code of the letter: the mailbox is mine. Gives what my passkey is to sign before it is used.',
  params: z.object({ proofId: Id }),
  body: z.object({ code: z.string().trim().max(40) }),
  result: z.object({ changeId: Id, consent: MailboxConsent, options: OptionsJson }),
  refusals: [...SESSION, 'vault_unreachable', 'code_wrong', 'code_expired', 'code_tries_over'],
  idempotency: 'own_nonce',
});

export const changeMailbox = defineEndpoint({
  ...{ method: 'PUT', path: '/v1/me/mailbox', party: 'session', status: 200 },
  summary: 'Be written to at a proven mailbox from now on, by my passkey. The former one is told.',
  body: z.object({ changeId: Id, credential: CredentialJson }),
  result: Nothing,
  refusals: [...SESSION, ...ASSERTION, 'vault_unreachable', 'conflict'],
  idempotency: 'own_nonce',
});
