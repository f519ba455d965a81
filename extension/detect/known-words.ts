import { foldLetters } from './fold-text.ts';
import { RULES } from './rules/all-rules.ts';

/** Words that stand in many forms and are nobody's: what a rule does not name, because it decides nothing. */
const COMMON =
  'a an and are as at be by can cm do does don e eg else enter example fill first for from full give has have help here how i if in info information into is it its last leave like line lines lookup manually mm more must my need new next no none not of off on one only open option optional or order other our out please print required same save second see select send set ship show so such than that the their then there these this three to two type under up use used using valid via we what when where which who why will with without write wrong yes yy yyyy your checkout delivery shipping billing payment pay continue back step submit details different address order we need appears shown found dd jj aa tt mmyy gift cart basket account contact personal method total summary coupon promo code apply remove edit change add choose search autofill instant fast secure bitte und oder die der das den dem ein eine ihre ihr ihren fur mit auf wie von zum zur pflichtfeld optional auswahlen wahlen eingeben lieferung rechnung zahlung kasse weiter zuruck gleiche andere als votre vos le la les de du des et ou un une pour avec sur dans ne pas obligatoire facultatif choisir selectionner livraison facturation paiement commande suivant retour meme su sus el los las del y o para con en por favor seleccione elija obligatorio opcional envio facturacion pago pedido siguiente il lo gli i dei delle per con scegli seleziona obbligatorio facoltativo spedizione fatturazione pagamento ordine uw het een van voor met kies verplicht bezorging factuur betaling bestelling twoj twoja wybierz wymagane dostawa platnosc zamowienie ditt din valj obligatorisk frivillig leverans betalning vaelg lever betal valitse pakollinen toimitus maksu vas vase vyberte povinne doprava platba sizin secin zorunlu teslimat odeme ваш ваша ваши выберите обязательно доставка оплата заказ или для на';
const COMMON_SIGNS =
  '배송 주문 결제 선택 입력 필수 정보 하세요 주세요 해 을 를 의 과 와 및 또는 받으시는 주문하시는 분 동일 메시지 배송지 お 届け 先 注文 支払 い 方法 選択 入力 必須 任意 してください を の と は が に で ください 情報 配送 请 選 择 选 输 入 必 填 的 和 或 配 送 订 單 单 支 付 付款 信息 資訊 地址';

const SPACELESS = /[\u1100-\u11ff\u3000-\u9fff\uac00-\ud7af]/;

/** The words of all rules and of all forms, to tell from words that may be somebody's. */
export interface KnownWords {
  /** Whether a word of a script with spaces is one of them. */
  has(word: string): boolean;
  /** Which characters of a text without spaces belong to known phrases. */
  cover(text: string): boolean[];
}

/** Makes the vocabulary; `more` are further public words, such as the names of countries. */
export function makeKnownWords(more: readonly string[] = []): KnownWords {
  const phrases = RULES.flatMap(({ words }) => Object.values(words).flatMap(one => one.split('|')));
  const words = new Set<string>(COMMON.split(' '));
  const beginnings = new Set<string>();
  const signs = new Set<string>(COMMON_SIGNS.split(' '));
  for (const phrase of [...phrases, ...more.map(foldLetters)]) {
    for (const word of phrase.replace(/^~/, '').split(/[^\p{L}\p{N}*]+/u)) {
      if (SPACELESS.test(word)) signs.add(word);
      else if (word.endsWith('*')) beginnings.add(word.slice(0, -1));
      else words.add(word);
    }
  }
  const longest = Math.max(...[...signs].map(sign => sign.length));
  return {
    has: word => {
      const folded = foldLetters(word);
      return words.has(folded) || words.has(folded.replace(/s$/, '')) || begins(beginnings, folded);
    },
    cover: text => coverSigns(foldLetters(text), signs, longest),
  };
}

function begins(beginnings: ReadonlySet<string>, word: string): boolean {
  for (let end = 4; end <= word.length; end++) if (beginnings.has(word.slice(0, end))) return true;
  return false;
}

function coverSigns(text: string, signs: ReadonlySet<string>, longest: number): boolean[] {
  const covered = Array.from({ length: text.length }, () => false);
  for (let at = 0; at < text.length; at++) {
    for (let size = Math.min(longest, text.length - at); size > 0; size--) {
      if (!signs.has(text.slice(at, at + size))) continue;
      covered.fill(true, at, at + size);
      at += size - 1;
      break;
    }
  }
  return covered;
}
