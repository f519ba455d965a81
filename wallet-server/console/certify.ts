import type { Answer } from '#extension/ui/answer.ts';
import type { CallResult } from '#shared/api/call.ts';
import type { ConsolePorts } from './console-ports.ts';

interface ShopEntry {
  name: string;
  host: string;
  termsVersion: string;
  webhookUrl: string | null;
}

/** Signs the hash of terms and shop by passkey (S26). */
export async function certify(
  ports: ConsolePorts,
  { webhookUrl, ...shop }: ShopEntry,
): Promise<Answer<CallResult<'certifySeller'>>> {
  const begun = await ports.call('beginSeller', { body: shop });
  if ('refused' in begun) return begun;
  const asked = await ports.askPasskey(begun.ok.options);
  if ('refused' in asked) return asked;
  const { signingId } = begun.ok;
  return ports.call('certifySeller', { body: { signingId, credential: asked.ok, webhookUrl } });
}
