import { authenticate, type DKIMResult } from 'mailauth';
import type { Arrival } from './inbound-mails.ts';
import type { Resolver } from './resolver.ts';

/** What DKIM, SPF and DMARC say about who wrote a mail. */
export interface Authentication {
  /** The one address in the one From header, or null where there are none or several. */
  from: string | null;
  /** DKIM: a signature over the whole body and the From header holds and is aligned with From (RFC 7489, relaxed). */
  signed: boolean;
  /** DMARC: the From domain stands for the mail by DKIM or SPF. */
  proven: boolean;
  /** DNS did not answer: asking again may prove it. */
  unsure: boolean;
}

/** Checks a mail as it came (RFC 6376, RFC 7208, RFC 7489). */
export async function authenticateMail(
  arrival: Arrival,
  setting: { mailDomain: string; resolver: Resolver },
): Promise<Authentication> {
  const result = await authenticate(arrival.raw, {
    ...{ ip: arrival.ip, helo: arrival.helo, sender: arrival.sender, mta: setting.mailDomain },
    ...{ resolver: setting.resolver, disableArc: true, disableBimi: true, rejectRsaSha1: true },
  });
  const { headerFrom, fromFields, results } = result.dkim;
  const from = fromFields === 1 && headerFrom.length === 1 ? (headerFrom[0] ?? null) : null;
  const dmarc = result.dmarc ? result.dmarc.status.result : 'none';
  const holds = results.some(isWholeAndAligned);
  const signed = from !== null && holds && dmarc !== 'fail';
  const unsure = dmarc === 'temperror' || results.some(({ status }) => status.result === 'temperror');
  return { from, signed, proven: signed || (from !== null && dmarc === 'pass'), unsure };
}

/** A signature of a domain that only tests (`t=y`), or of a part of the body (`l=`), proves nothing here. */
function isWholeAndAligned({ status, signatureTimeValid }: DKIMResult): boolean {
  if (status.result !== 'pass' || !status.aligned) return false;
  return !status.underSized && status.testing !== true && signatureTimeValid !== false;
}
