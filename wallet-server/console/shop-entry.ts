import { Host } from '#shared/api/fields.ts';
import { WebhookUrl } from '#shared/api/sellers.ts';

/** What the form of a shop holds, as it is typed. */
export interface ShopEntry {
  name: string;
  host: string;
  webhookUrl: string;
}

/** A shop as it is signed. */
interface NamedShop {
  name: string;
  host: string;
  webhookUrl: string | null;
}

/** What is wrong with a field: nothing stands in it, or what stands there cannot be. */
export type ShopProblems = Partial<Record<keyof ShopEntry, 'missing' | 'wrong'>>;

/** The shop that was typed, or what is wrong with which field. Of an address of a page its host counts. */
export function readShopEntry(entry: ShopEntry): { shop: NamedShop } | { problems: ShopProblems } {
  const name = entry.name.trim();
  const host = readHost(entry.host.trim());
  const webhookUrl = entry.webhookUrl.trim() || null;
  const problems: ShopProblems = {};
  if (name === '') problems.name = 'missing';
  if (entry.host.trim() === '') problems.host = 'missing';
  else if (host === null) problems.host = 'wrong';
  if (!isWebhookUrl(webhookUrl)) problems.webhookUrl = 'wrong';
  if (host === null || Object.keys(problems).length > 0) return { problems };
  return { shop: { name, host, webhookUrl } };
}

/** Whether messages can be posted there; none is right too. */
export function isWebhookUrl(webhookUrl: string | null): boolean {
  return webhookUrl === null || WebhookUrl.safeParse(webhookUrl).success;
}

/** A host in the letters in which it is asked for (IDNA), out of a host or an address. */
function readHost(typed: string): string | null {
  const url = URL.parse(/^[a-z]+:\/\//i.test(typed) ? typed : `https://${typed}`);
  const host = Host.safeParse(url?.hostname);
  return host.success ? host.data : null;
}
