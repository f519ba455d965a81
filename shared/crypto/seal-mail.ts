import { z } from 'zod';
import { openSealed, type Sealed, sealTo } from './seal.ts';

const INFO = 'wayveil-mail-1';

/** A shop's mail as its reader sees it; HTML was made text. */
export const MailContent = z.object({
  from: z.string(),
  subject: z.string(),
  text: z.string(),
  receivedAtMs: z.int().nonnegative(),
});
export type MailContent = z.infer<typeof MailContent>;

/** Seals a mail to a person's reading key; it opens under its own id only. */
export async function sealMail(readingKey: string, mailId: string, mail: MailContent): Promise<Sealed> {
  const plaintext = new TextEncoder().encode(JSON.stringify(mail));
  return sealTo(readingKey, plaintext, INFO, new TextEncoder().encode(mailId));
}

/** Opens a row of `listMails` with the private half of the reading key; null where it does not open. */
export async function openMail(
  privateKey: string,
  mail: Sealed & { id: string },
): Promise<MailContent | null> {
  const plaintext = await openSealed(privateKey, mail, INFO, new TextEncoder().encode(mail.id));
  if (plaintext === null) return null;
  return MailContent.parse(JSON.parse(new TextDecoder().decode(plaintext)));
}
