import type { Answer } from '#extension/ui/answer.ts';
import type { Seller } from '#shared/api/sellers.ts';
import { hashTermsSigning, hashTermsText } from '#shared/seller/terms-signing.ts';
import type { ConsolePorts } from './console-ports.ts';

/** The terms as they are read, and the shop that they are signed for. */
interface ReadTerms {
  seller: Seller;
  version: string;
  text: string;
}

/** Signs the hash of the very text that is on the screen, whatever challenge the server sent (S26). */
export async function signTerms(
  ports: Pick<ConsolePorts, 'call' | 'askPasskey'>,
  { seller, version, text }: ReadTerms,
): Promise<Answer<{ seller: Seller }>> {
  const params = { sellerId: seller.id };
  const read = { termsVersion: version, termsHash: hashTermsText(text) };
  const begun = await ports.call('beginTermsSigning', { params, body: read });
  if ('refused' in begun) return begun;
  const { signingId, signing, options } = begun.ok;
  const { name, host } = seller;
  const shown = { ...read, name, host, nonce: signing.nonce };
  const asked = await ports.askPasskey({ ...options, challenge: hashTermsSigning(shown) });
  if ('refused' in asked) return asked;
  return ports.call('signTerms', { params, body: { signingId, credential: asked.ok } });
}
