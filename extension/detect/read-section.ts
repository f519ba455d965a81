import type { AddressSection, FieldDescription } from './field-description.ts';
import { foldIdentifier, foldText } from './fold-text.ts';
import { readAutocomplete } from './read-autocomplete.ts';
import { rememberEach } from './remember-each.ts';

const BILLING =
  / (?:bill|billing|billto|invoice|payer|facturation|facturacion|fatturazione|faturamento|fakturacni|fatura|(?:rechnung|factuur|fakturering|faktura|laskutus)\w*) |청구|請求|账单|帳單|плательщик|주문자|注文者/;
const SHIPPING =
  / (?:ship|shipping|shipto|delivery|deliver|recipient|livraison|envio|entrega|spedizione|consegna|doruceni|dodaci|teslimat|(?:liefer|versand|bezorg|verzend|dostaw|wysylk|leverans|levering|toimitus)\w*) |배송|받는|수령|届け先|配送|收货|收貨|送货|送貨|收件|доставк/;

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
    const said = sectionSaid(text);
    if (said) return said;
  }
  return null;
}

const sectionSaid = rememberEach((folded: string): AddressSection | null => {
  const billing = BILLING.test(folded);
  if (billing === SHIPPING.test(folded)) return null;
  return billing ? 'billing' : 'shipping';
});
