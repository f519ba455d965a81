import { z } from 'zod';
import { decodeBase64url } from '#shared/crypto/base64url.ts';
import type { ServerSettings } from '../app/services.ts';

/** What a browser says of the page that asked for a passkey (WebAuthn Level 3, section 5.8.1). */
const ClientData = z.object({
  type: z.string(),
  challenge: z.string(),
  origin: z.string(),
  crossOrigin: z.boolean().optional(),
  topOrigin: z.string().optional(),
});

/** Origins whose passkey answers count: our own pages and the pinned extensions, exactly. */
export function listAcceptedOrigins(settings: Pick<ServerSettings, 'origin' | 'extensionOrigins'>): string[] {
  return [settings.origin, ...settings.extensionOrigins];
}

/** Whether a credential's client data come from a page that may ask: one of ours, and never inside a foreign frame. */
export function judgeClientData(
  encoded: string,
  settings: Pick<ServerSettings, 'origin' | 'extensionOrigins'>,
): 'accepted' | 'origin_foreign' | 'passkey_invalid' {
  const clientData = readClientData(encoded);
  if (!clientData) return 'passkey_invalid';
  if (clientData.crossOrigin === true || clientData.topOrigin !== undefined) return 'origin_foreign';
  return listAcceptedOrigins(settings).includes(clientData.origin) ? 'accepted' : 'origin_foreign';
}

function readClientData(encoded: string): z.infer<typeof ClientData> | null {
  const bytes = decodeBase64url(encoded);
  if (!bytes) return null;
  try {
    return ClientData.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return null;
  }
}
