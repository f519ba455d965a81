import type { Answer } from '#extension/ui/answer.ts';
import type { CallResult } from '#shared/api/call.ts';
import { hashTermsSigning, hashTermsText } from '#shared/seller/terms-signing.ts';
import type { ConsolePorts } from './console-ports.ts';

interface SignedShop {
  name: string;
  host: string;
  webhookUrl: string | null;
  /** The terms as they are on the screen. */
  terms: { version: string; text: string };
}

/** Signs the hash of the terms that are on the screen and of the shop as entered, by passkey (S26). */
export async function certify(
  ports: Pick<ConsolePorts, 'call' | 'askPasskey'>,
  { webhookUrl, terms, name, host }: SignedShop,
): Promise<Answer<CallResult<'certifySeller'>>> {
  const shown = { termsVersion: terms.version, termsHash: hashTermsText(terms.text), name, host };
  const begun = await ports.call('beginSeller', { body: shown });
  if ('refused' in begun) return begun;
  const { signingId, signing, options } = begun.ok;
  const challenge = hashTermsSigning({ ...shown, nonce: signing.nonce });
  const asked = await ports.askPasskey({ ...options, challenge });
  if ('refused' in asked) return asked;
  return ports.call('certifySeller', { body: { signingId, credential: asked.ok, webhookUrl } });
}
