import type { AddressSection, FieldDescription } from './field-description.ts';
import { foldIdentifier, foldText } from './fold-text.ts';
import { readAutocomplete } from './read-autocomplete.ts';

const BILLING =
  /\b(?:bill|billing|billto|invoice|payer|rechnung\w*|facturation|facturacion|fatturazione|factuur\w*|faturamento|fakturering\w*|faktura\w*|laskutus\w*|fakturacni|fatura)\b|청구|請求|账单|帳單|плательщик|주문자|注文者/;
const SHIPPING =
  /\b(?:ship|shipping|shipto|delivery|deliver|recipient|liefer\w*|versand\w*|livraison|envio|entrega|spedizione|consegna|bezorg\w*|verzend\w*|dostaw\w*|wysylk\w*|leverans\w*|levering\w*|toimitus\w*|doruceni|dodaci|teslimat)\b|배송|받는|수령|届け先|配送|收货|收貨|送货|送貨|收件|доставк/;

/** Whether a control belongs to the billing or the shipping address: the nearest word decides. */
export function readSection(field: FieldDescription): AddressSection | null {
  const { section } = readAutocomplete(field.autocomplete);
  if (section) return section;
  for (const text of [
    foldIdentifier(field.name),
    foldIdentifier(field.id),
    ...field.texts.map(one => foldText(one.text)),
    ...field.sections.map(foldIdentifier),
  ]) {
    const billing = BILLING.test(text);
    const shipping = SHIPPING.test(text);
    if (billing !== shipping) return billing ? 'billing' : 'shipping';
  }
  return null;
}
