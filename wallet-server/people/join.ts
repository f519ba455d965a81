import { z } from 'zod';
import type { Call, Handlers } from '../app/handler.ts';
import { makeId } from '../app/make-id.ts';
import type { Services } from '../app/services.ts';
import { issueNumber } from '../numbers/issue-number.ts';
import { sqlStateOf, type Transaction } from '../storage/sql.ts';
import { transact } from '../storage/transact.ts';
import { beginSession } from './begin-session.ts';
import { keepChallenge, makeChallenge, takeChallenge } from './challenge.ts';
import { getMember } from './find-person.ts';
import { insertPasskey } from './insert-passkey.ts';
import { beginJoining, endJoining, giveUpJoining } from './joinings.ts';
import { makeCreationOptions } from './make-creation-options.ts';
import { indexAddress, makeUniqueAddress, sealAddress } from './unique-address.ts';
import { type NewPasskey, verifyPasskeyRegistration } from './verify-passkey-registration.ts';

const UNIQUE_VIOLATION = '23505';
const Registration = z.object({ personId: z.uuid() });

/**
 * S25: one ceremony makes passkey, number, unique address, first device and session. Whoever does not become a member
 * leaves no real data in the vault, where nobody could erase it.
 */
export const JOIN_HANDLERS: Handlers<'beginRegistration' | 'join'> = {
  async beginRegistration(services) {
    const personId = makeId(services);
    const challenge = makeChallenge(services);
    const options = await makeCreationOptions(services, { personId, challenge, excluded: [] });
    const detail = { personId };
    const registrationId = await keepChallenge(services, { purpose: 'registration', challenge, detail });
    return { ok: { registrationId, options: { ...options } } };
  },

  async join(services, call) {
    const { jkt } = call.party;
    if (jkt === null) return { refused: 'proof_invalid' };
    const { registrationId, credential } = call.body;
    const kept = await takeChallenge(services, { id: registrationId, purpose: 'registration' });
    if (!kept) return { refused: 'registration_unknown' };
    const passkey = await verifyPasskeyRegistration(services, {
      credential,
      expectedChallenge: kept.challenge,
    });
    if ('refused' in passkey) return passkey;
    const { personId } = Registration.parse(kept.detail);
    const session = await keepBoth(services, { personId, jkt, passkey }, call.body).catch(async fault => {
      await giveUpJoining(services, personId);
      throw fault;
    });
    if (typeof session === 'string') {
      await giveUpJoining(services, personId);
      return { refused: session };
    }
    services.log.info('member_joined', { personId });
    return { ok: { member: await getMember(services, personId), session } };
  },
};

interface Joining {
  personId: string;
  jkt: string;
  passkey: NewPasskey;
}

/** The record first, since a person without it could not be delivered to; what is begun is written down before both. */
async function keepBoth(services: Services, joining: Joining, body: Call<'join'>['body']) {
  const { personId } = joining;
  if (body.realData) {
    await beginJoining(services, personId);
    if ((await services.vault.putRecord(personId, body.realData)) === 'unreachable')
      return 'not_ready' as const;
  }
  return await keepPerson(services, joining, body);
}

/** Person, passkey, number, device and session, all or nothing; a passkey that is known makes no second member. */
async function keepPerson(services: Services, joining: Joining, body: Call<'join'>['body']) {
  const { personId, jkt } = joining;
  try {
    return await transact(services.directory, async tx => {
      if (body.realData && !(await endJoining(tx, personId))) return 'registration_unknown' as const;
      await insertPerson(tx, services, joining, body);
      await issueNumber(tx, services, personId);
      const { credentialId } = joining.passkey;
      return await beginSession(tx, services, { personId, name: body.deviceName, jkt, credentialId });
    });
  } catch (fault) {
    if (sqlStateOf(fault) === UNIQUE_VIOLATION) return 'member_exists' as const;
    throw fault;
  }
}

async function insertPerson(
  tx: Transaction,
  services: Services,
  { personId, passkey }: Joining,
  body: Call<'join'>['body'],
): Promise<void> {
  const nowMs = services.clock();
  const address = makeUniqueAddress(services);
  await tx`
    insert into people (id, address_index, address_sealed, locale, code_limits, reading_key, joined_at_ms)
    values (${personId}, ${indexAddress(services, address)}, ${sealAddress(services, personId, address)},
      ${body.locale}, ${tx.json({})}, ${body.readingKey ?? null}, ${nowMs})`;
  await insertPasskey(tx, { personId, passkey, name: body.deviceName, addedWith: null, nowMs });
}
