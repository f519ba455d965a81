import type { WalletRecord } from '#extension/keyring/database.ts';
import { PRF_SALT } from '#extension/keyring/wrap.ts';
import type { PopupAnswers } from '#extension/messages/popup-map.ts';
import type { PageHandlers } from '#extension/messages/receive.ts';
import type { Answer } from '#extension/messages/refusal.ts';
import type { CallInput, CallResult } from '#shared/api/call.ts';
import type { Passkey } from '#shared/api/passkeys.ts';
import { pullKeyring, pushKeyring } from './keyring-sync.ts';
import type { Services } from './services.ts';

type PasskeyMessage =
  | 'listPasskeys'
  | 'beginPasskeyAddition'
  | 'addPasskey'
  | 'beginPasskeyRemoval'
  | 'removePasskey';

/** The person's passkeys in the popup. */
export function createPasskeyHandlers(services: Services): Pick<PageHandlers<'popup'>, PasskeyMessage> {
  return {
    listPasskeys: () => listPasskeys(services),
    beginPasskeyAddition: () => beginPasskeyAddition(services),
    addPasskey: input => addPasskey(services, input),
    beginPasskeyRemoval: body => services.client.ask('beginPasskeyRemoval', { body }),
    removePasskey: input => removePasskey(services, input),
  };
}

/** Ids of the passkeys that this device may ask for: those it knows to stand, at least the one that it last used. */
export function listOwnPasskeys({ credentialId, credentialIds = [] }: WalletRecord): string[] {
  return [...new Set([credentialId, ...credentialIds])];
}

/** The person's passkeys. What this device remembers of them, and how its keyring opens, follows. */
async function listPasskeys(services: Services): Promise<Answer<CallResult<'listPasskeys'>>> {
  const listed = await services.client.ask('listPasskeys', {});
  if (!('ok' in listed)) return listed;
  const { passkeys } = listed.ok;
  await rememberPasskeys(services, passkeys);
  const known = passkeys.map(({ credentialId }) => credentialId);
  if ((await services.keyring.dropOpeners(known)) === 'changed') await pushKeyring(services);
  return listed;
}

async function rememberPasskeys({ database }: Services, passkeys: readonly Passkey[]): Promise<void> {
  const wallet = await database.get('wallet');
  const credentialIds = passkeys
    .filter(({ restsUntilMs }) => restsUntilMs === null)
    .map(({ credentialId }) => credentialId);
  if (wallet) await database.put('wallet', { ...wallet, credentialIds });
}

/** The new passkey is named as this device is. */
async function beginPasskeyAddition(
  services: Services,
): Promise<Answer<PopupAnswers['beginPasskeyAddition']>> {
  const wallet = await services.database.get('wallet');
  if (!wallet) return { refused: 'wallet_missing' };
  const begun = await services.client.ask('beginPasskeyAddition', { body: { name: wallet.deviceName } });
  return 'ok' in begun ? { ok: { ...begun.ok, prfSalt: PRF_SALT } } : begun;
}

interface AddInput {
  additionId: string;
  credential: CallInput<'addPasskey'>['body']['credential'];
  confirmation: CallInput<'addPasskey'>['body']['confirmation'];
  prfOutput: string | null;
}

/** With PRF the new passkey opens the keyring too. */
async function addPasskey(
  services: Services,
  { prfOutput, ...body }: AddInput,
): Promise<Answer<PopupAnswers['addPasskey']>> {
  const added = await services.client.ask('addPasskey', { body });
  if (!('ok' in added)) return added;
  const { passkey } = added.ok;
  const opens = prfOutput !== null && (await keepOpener(services, passkey.credentialId, prfOutput));
  return { ok: { passkey, opens } };
}

const TRIES = 3;

/** What another device pushes meanwhile wins: then the passkey is put in again. */
async function keepOpener(services: Services, credentialId: string, prfOutput: string): Promise<boolean> {
  const { keyring, client } = services;
  const listed = await client.ask('listPasskeys', {});
  if (!('ok' in listed)) return false;
  await rememberPasskeys(services, listed.ok.passkeys);
  const others = listed.ok.passkeys.filter(each => each.credentialId !== credentialId);
  const only = others.length === 1 ? (others[0]?.credentialId ?? null) : null;
  for (let tried = 0; tried < TRIES; tried++) {
    await pullKeyring(services);
    if ((await keyring.addOpener({ credentialId, prfOutput, only })) === 'locked') return false;
    await pushKeyring(services);
    if ((await keyring.listOpenerIds()).includes(credentialId)) return true;
  }
  return false;
}

interface RemoveInput {
  removalId: string;
  credentialId: string;
  credential: CallInput<'removePasskey'>['body']['credential'];
}

/** This device goes on by the passkey that signed. */
async function removePasskey(
  services: Services,
  { removalId, credentialId, credential }: RemoveInput,
): Promise<Answer<PopupAnswers['removePasskey']>> {
  const removed = await services.client.ask('removePasskey', { params: { removalId }, body: { credential } });
  if (!('ok' in removed)) return removed;
  const wallet = await services.database.get('wallet');
  if (wallet) {
    const credentialIds = listOwnPasskeys(wallet).filter(id => id !== credentialId);
    await services.database.put('wallet', { ...wallet, credentialId: credential.id, credentialIds });
  }
  return removed;
}
