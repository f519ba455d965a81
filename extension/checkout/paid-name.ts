/** What stands before the name of who is paid, to its end. */
const PAID = new RegExp(
  [
    String.raw`\byou(?: are|['’]re) paying(?: to)?`,
    String.raw`\b(?:pay(?:ing)?|payment)(?: (?:for )?your (?:order|purchase))? to`,
    String.raw`\b(?:payee|merchant(?: name)?|beneficiary|beneficiario(?: del pagamento| del pago)?|beneficiário|bénéficiaire(?: du paiement)?|commerçant|marchand|comercio|comerciante|establecimiento|estabelecimento|lojista|esercente|begunstigde|zahlungsempfänger|empfänger der zahlung|händler|odbiorca płatności|betalningsmottagare|betalingsmodtager|betalingsmottaker|příjemce(?: platby)?|obchodník|alıcı|üye işyeri|işyeri)\s?:`,
    String.raw`\bzahlung an(?: den händler)?:?|\bsie (?:be)?zahlen an|\bpaiement à|\bvous payez(?: à)?|\bpago a|\bestás pagando a|\bpaga(?:mento)?(?: (?:il tuo|del tuo) ordine)? a|\bstai pagando(?: a)?|\bpagamento (?:para|a)|\bbetaling aan|\bje betaalt(?: aan)?|\bbetalning till|\bbetaling til|\bdu betal[ae]r til+|\bpłatność dla`,
    String.raw`(?:получатель платежа|получатель|продавец|отримувач платежу|отримувач|продавець)\s?:`,
    String.raw`(?:加盟店(?:名)?|お?支払い?先|請求元|販売(?:元|者)|가맹점(?:명)?|판매자|결제처|收款(?:方|人|商户|商戶)|商户(?:名称)?|商戶(?:名稱)?|المستفيد|التاجر|בית עסק|ผู้รับเงิน)\s?[:：]`,
  ].join('|'),
  'iu',
);
const END =
  /[·|,;:(（]|\s[-–—]\s|(?<!\b(?:Co|Ltd|Inc|Corp|Bros))\.(?:\s|$)|\s(?:for|für|pour|por|per)\s|[$€£¥₩]|\s\d/u;

const SOLD =
  /\b(?:sold (?:and shipped )?by|verkauft (?:von|durch)|vendu (?:et expédié )?par|vendido(?: y enviado)? por|venduto da|verkocht door|vândut(?: și livrat)? de|(?:sprzedawca|satıcı)\s?:)/iu;

/** The name of the only one who sells in `texts`; null where there are several, or none is named. */
export function readSeller(texts: readonly string[]): string | null {
  const names = new Set(texts.flatMap(text => readBehind(text, SOLD) ?? []));
  const [only = null] = names;
  return names.size === 1 ? only : null;
}

/** The name of who is paid in a text that says so; null in any other. */
export function readPaidName(text: string): string | null {
  return readBehind(text, PAID);
}

function readBehind(text: string, words: RegExp): string | null {
  const found = words.exec(text);
  if (!found) return null;
  const behind = text.slice(found.index + found[0].length).replace(/^[\s:：]+/, '');
  const name = behind.slice(0, END.exec(behind)?.index).trim();
  // What is paid is none of a name: your order, with a card, by a day.
  return /^[\p{Lu}\p{Lo}\p{N}]/u.test(name) ? name : null;
}
