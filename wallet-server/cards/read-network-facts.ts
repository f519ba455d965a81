import type { CardData } from '#shared/card/card.ts';
import type { Purchase } from '#shared/purchase/purchase.ts';
import type { Services } from '../app/services.ts';
import { fromDocument, type PurchaseDocument } from '../purchases/purchase-document.ts';
import { indexNumber, openCardData } from './arm-number.ts';
import type { MessageName, Verdict } from './issuer-message.ts';

/** A one-time number with its purchase, and the reference (DE 37) under which it was authorised. */
export interface Armed {
  purchase: Purchase;
  cardData: CardData;
  reference: string | null;
}

/** What is known before a message of the network is judged. */
export interface NetworkFacts {
  /** What was answered to a message of this name, and to which content. */
  answered: (Verdict & { contentHash: Buffer }) | null;
  armed: Armed | null;
}

interface Row {
  content_hash: Buffer | null;
  response_code: Verdict['responseCode'];
  authorization_code: string | null;
  purchase_id: string | null;
  sealed: Buffer | null;
  reference: string | null;
  document: PurchaseDocument | null;
}

/** Reads all of it in one round trip. */
export async function readNetworkFacts(
  services: Pick<Services, 'directory' | 'settings'>,
  name: MessageName,
  primaryAccountNumber: string,
): Promise<NetworkFacts> {
  const [row] = await services.directory<Row[]>`
    select m.content_hash, m.response_code, m.authorization_code, a.purchase_id, a.sealed,
      a.retrieval_reference_number as reference, p.document
    from (values (1)) as asked
    left join issuer_messages m on m.message_type = ${name.messageType}
      and m.system_trace_audit_number = ${name.systemTraceAuditNumber}
      and m.retrieval_reference_number = ${name.retrievalReferenceNumber}
    left join armed_numbers a on a.number_hmac = ${indexNumber(services, primaryAccountNumber)}
    left join purchases p on p.id = a.purchase_id`;
  if (!row) throw new Error('a row was asked for and none came');
  const { content_hash: contentHash, response_code: responseCode } = row;
  const answered = contentHash && { contentHash, responseCode, authorizationCode: row.authorization_code };
  return { answered, armed: toArmed(services, row) };
}

function toArmed(services: Pick<Services, 'settings'>, row: Row): Armed | null {
  const { purchase_id: purchaseId, sealed, document, reference } = row;
  if (purchaseId === null || sealed === null || document === null) return null;
  const cardData = openCardData(services, purchaseId, sealed);
  return { purchase: fromDocument(document), cardData, reference };
}
