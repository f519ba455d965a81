import { hash } from 'node:crypto';
import { encodeBase64url } from '#shared/crypto/base64url.ts';
import { open, seal } from '../app/seal.ts';
import type { Services } from '../app/services.ts';

/** A new API key: `wvk_` and 32 bytes of chance. Shown once; only its hash is kept. */
export function makeApiKey(services: Pick<Services, 'random'>): string {
  return `wvk_${encodeBase64url(services.random(32))}`;
}

/** A key is 32 bytes of chance, so that a plain hash of it is enough. */
export function hashApiKey(apiKey: string): Buffer {
  return hash('sha256', apiKey, 'buffer');
}

/** A new webhook secret by the Standard Webhooks rules: `whsec_` and 32 bytes in base64. */
export function makeWebhookSecret(services: Pick<Services, 'random'>): string {
  return `whsec_${Buffer.from(services.random(32)).toString('base64')}`;
}

export function sealWebhookSecret(
  services: Pick<Services, 'settings' | 'random'>,
  sellerId: string,
  secret: string,
): Buffer {
  return seal(Buffer.from(secret), makeSealingKey(services, sellerId), services.random);
}

export function openWebhookSecret(
  services: Pick<Services, 'settings'>,
  sellerId: string,
  sealed: Uint8Array,
): string {
  return Buffer.from(open(sealed, makeSealingKey(services, sellerId))).toString();
}

function makeSealingKey(services: Pick<Services, 'settings'>, sellerId: string) {
  return { key: services.settings.keyFor('webhook-secret'), place: `sellers:${sellerId}` };
}
