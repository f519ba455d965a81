import { readWraps } from '#extension/keyring/keyring.ts';
import { PRF_SALT } from '#extension/keyring/wrap.ts';
import type { OnboardingAnswers, Wrapping } from '#extension/messages/onboarding-map.ts';
import type { PageHandlers } from '#extension/messages/receive.ts';
import type { Answer } from '#extension/messages/refusal.ts';
import type { WalletState } from '#extension/messages/wallet-messages.ts';
import type { Locale } from '#shared/api/locale.ts';
import type { Member, RealData, SessionTokens } from '#shared/api/people.ts';
import { deriveSealingKeys } from '#shared/crypto/seal.ts';
import { issueCard, listHubs } from './cards.ts';
import { pushKeyring } from './keyring-sync.ts';
import type { Services } from './services.ts';
import { readSiteAccess } from './site-access.ts';
import { afterUnlock, beginSignIn, createWalletHandlers } from './unlock.ts';
import { DEFAULT_AUTO_LOCK_MINUTES, readWalletState } from './wallet-state.ts';

/** The onboarding page: joining, signing in on a new device, first data, first card. */
export function createOnboardingHandlers(services: Services): PageHandlers<'onboarding'> {
  return {
    ...createWalletHandlers(services),
    async beginJoin() {
      const begun = await services.client.ask('beginRegistration', { body: {} });
      return 'ok' in begun ? { ok: { ...begun.ok, prfSalt: PRF_SALT } } : begun;
    },
    finishJoin: input => finishJoin(services, input),
    beginSignIn: () => beginSignIn(services),
    finishSignIn: input => finishSignIn(services, input),
    getKeptOpeners: () => getKeptOpeners(services),
    getSetup: () => getSetup(services),
    async replaceKeyring({ wrapping }) {
      if ((await services.database.get('wallet')) === null) return { refused: 'wallet_missing' };
      await makeKeyring(services, wrapping);
      return answerOpened(services);
    },
    putRealData: ({ realData }, { commandId }) => keepTyped(services, realData, commandId),
    listHubs: () => listHubs(services),
    issueCard: (body, { commandId }) => issueCard(services, body, commandId),
    getSiteAccess: async () => ({ ok: { access: await readSiteAccess() } }),
  };
}

async function getKeptOpeners({ client }: Services): Promise<Answer<OnboardingAnswers['getKeptOpeners']>> {
  const kept = await client.ask('getKeyring', {});
  if ('refused' in kept) return kept;
  const { keyring } = kept.ok;
  return { ok: { openers: keyring && (readWraps(keyring.sealed) ?? []).map(({ by }) => by) } };
}

/** While the vault is away, who has cards is taken for somebody whose data it keeps: an empty form would replace it. */
async function getSetup({ client, keyring }: Services): Promise<Answer<OnboardingAnswers['getSetup']>> {
  const hasCards = ((await keyring.read())?.cards.length ?? 0) > 0;
  const read = await client.ask('getRealData', {});
  if ('ok' in read) return { ok: { hasCards, hasRealData: read.ok.realData !== null } };
  return read.refused === 'vault_unreachable' ? { ok: { hasCards, hasRealData: hasCards } } : read;
}

/** The form shows nothing of what is kept: it replaces what is there now. A vault that is away keeps what a new person gives. */
async function keepTyped({ client }: Services, realData: RealData, commandId: string) {
  const read = await client.ask('getRealData', {});
  if ('refused' in read && read.refused !== 'vault_unreachable') return read;
  const replaces = 'ok' in read ? read.ok.version : null;
  return await client.command('putRealData', { body: { realData, replaces } }, { commandId });
}

interface JoinInput {
  registrationId: string;
  credential: { id: string; type: 'public-key' };
  deviceName: string;
  locale: Locale;
  wrapping: Wrapping;
}

/** The keyring is sealed and stored before the server hears of the person: no step loses what the next needs. */
async function finishJoin(services: Services, input: JoinInput): Promise<Answer<WalletState>> {
  const { wrapping, ...join } = input;
  const readingKey = await makeKeyring(services, wrapping);
  const joined = await services.client.ask('join', { body: { ...join, readingKey } });
  if (!('ok' in joined)) return joined;
  await keepSession(services, joined.ok, input);
  return answerOpened(services);
}

/** A new root key and reading keys; gives the public one. */
async function makeKeyring({ keyring, random }: Services, wrapping: Wrapping): Promise<string> {
  const readingKeys = await deriveSealingKeys(random(32));
  await keyring.create(readingKeys, wrapping);
  return readingKeys.publicKey;
}

interface SignInInput {
  signInId: string;
  credential: { id: string; type: 'public-key' };
  deviceName: string;
  prfOutput: string | null;
}

async function finishSignIn(services: Services, input: SignInInput): Promise<Answer<WalletState>> {
  const { prfOutput, ...body } = input;
  const signed = await services.client.ask('signIn', { body });
  if (!('ok' in signed)) return signed;
  await keepSession(services, signed.ok, input);
  const kept = await services.client.ask('getKeyring', {});
  if (!('ok' in kept)) return kept;
  if (kept.ok.keyring && prfOutput !== null) {
    const { sealed, version } = kept.ok.keyring;
    await services.keyring.adopt(sealed, version, { by: 'prf', prfOutput });
  }
  return answerOpened(services);
}

async function keepSession(
  { database }: Services,
  answer: { member: Member; session: SessionTokens },
  input: { credential: { id: string }; deviceName: string },
): Promise<void> {
  await database.put('tokens', answer.session);
  await database.put('wallet', {
    member: answer.member,
    credentialId: input.credential.id,
    deviceName: input.deviceName,
    autoLockMinutes: DEFAULT_AUTO_LOCK_MINUTES,
  });
}

async function answerOpened(services: Services): Promise<Answer<WalletState>> {
  await pushKeyring(services).catch(() => undefined);
  await afterUnlock(services);
  return { ok: await readWalletState(services) };
}
