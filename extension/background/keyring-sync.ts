import type { Services } from './services.ts';

/** Gives the server the newest sealed keyring, taking in what another device pushed meanwhile. */
export async function pushKeyring(services: Services): Promise<void> {
  for (let tried = 0; tried < 3; tried++) {
    const record = await services.database.get('keyring');
    if (!record || record.version === record.pushedVersion) return;
    const answer = await push(services, record.sealed, record.version);
    if ('ok' in answer) {
      if ((await services.keyring.markPushed(record.sealed, record.version)) === 'noted') return;
      // What was sealed while this push was under way keeps its content and is pushed as the next version.
      if ((await services.keyring.merge(record.sealed, record.version)) === 'locked') return;
    } else if (answer.refused !== 'conflict' || (await takeIn(services)) === 'locked') return;
  }
}

async function push(services: Services, sealed: string, version: number) {
  const keys = (await services.keyring.read())?.readingKeys;
  const readingKey = keys ? { readingKey: keys.publicKey } : {};
  return services.client.ask('putKeyring', { body: { keyring: { sealed, version }, ...readingKey } });
}

/** Takes in what another device pushed, once what is here has gone out. */
export async function pullKeyring(services: Services): Promise<void> {
  await pushKeyring(services);
  await takeIn(services);
}

async function takeIn({ client, keyring }: Services): Promise<'merged' | 'locked'> {
  const kept = await client.ask('getKeyring', {});
  if (!('ok' in kept) || kept.ok.keyring === null) return 'locked';
  return keyring.merge(kept.ok.keyring.sealed, kept.ok.keyring.version);
}
