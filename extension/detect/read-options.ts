import type { FieldDescription, FieldOption, FieldToken } from './field-description.ts';
import { foldLetters } from './fold-text.ts';

export interface OptionsReading {
  token: FieldToken;
  /** What the options are worth against words, where a label is worth 10. */
  weight: number;
}

const COUNTRIES =
  /^(?:afghanistan|albania|albanien|algeria|alemania|allemagne|alemanha|andorra|angola|argentin\w*|armenia|aruba|australi\w*|austria|osterrei\w+|oostenrijk|autriche|azerbaijan|bahamas|bahrain|barbados|belgi\w*|bermuda|bolivia|bra[sz]il\w*|bulgari\w*|canada|kanada|chile|china|colombia|costa rica|croatia|cesk\w*|cuba|czech\w*.*|danmark|denmark|danemark|duitsland|ecuador|egypt|el salvador|espa\w*|estonia|finland|france|francia|frankr\w+|frankreich|german\w+|guatemala|honduras|deutschland|allemagne|greece|hong kong.*|hungary|iceland|india|indonesia|ireland|irlanda?|israel|ital\w*|japan|korea.*|mexico|netherlands|nederland\w*|nicaragua|niederlande|niemcy|nemecko|new zealand|norway|norge|panama|paraguay|peru|poland|pol[os]\w+|portugal|rakousko|romania|ruotsi|russia.*|saksa|singapore|slov\w+|south korea.*|spain|spanien|sverige|sweden|schweiz|suomi|switzerland|suisse|suiza|svizzera|taiwan.*|turk\w*|tschechien|tyskland|ukraine|uruguay|venezuela|vereinigte\w* .*|verenigd\w* .*|united kingdom.*|united states.*|usa|uk|great britain.*|viet ?nam|etats unis|estados unidos|россия|германия|украина|беларусь|казахстан|日本|アメリカ.*|中国.*|台湾.*|대한민국|미국|일본|中國|美国|美國|한국|香港.*|영국|독일|프랑스|캐나다|중국|イギリス|ドイツ|フランス|英国|德国|法国|新加坡)$/;
const STATES =
  /^(?:alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|hawaii|idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|ohio|oklahoma|oregon|texas|utah|vermont|virginia|washington|wisconsin|wyoming|alberta|british columbia|manitoba|new brunswick|ontario|quebec|saskatchewan|nova scotia|new south wales|queensland|victoria|tasmania|aguascalientes|baja california.*|acre|alagoas|bahia|parana|sao paulo|buenos aires|baden wurttemberg|bayern|hessen|berlin|andhra pradesh|kerala|punjab|madrid|barcelona|sevilla|(?:서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충청|충북|충남|전라|전북|전남|경상|경북|경남|제주).*|北海道|東京都|..府|..県|...県|..縣|[臺台新桃高基嘉][北園中南雄隆竹義]市|.*省|.*自治区|(?:北京|上海|天津|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆|内蒙古).{0,6}|a[lkzr] .*|москва|московская область)$/;
const STATE_CODES = new Set(
  'AL AK AZ AR CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY AB BC MB NB ON QC SK NS NSW QLD VIC TAS'.split(
    ' ',
  ),
);
const MONTHS =
  /^(?:0?[1-9]|1[0-2])(?:\D.*)?$|^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ene|abr|ago|dic|janv|fev|avr|mai|juin|juil|aout|okt|dez|gen|mag|giu|lug|set|ott)/;
const CARD_BRANDS = /visa|master ?card|amex|american express|discover|maestro|jcb|diners/;
const PHONE_CODE = /\+\s?\d{1,4}\b|^\d{1,4} ?\(/;
/** Cities, districts and wards end so. */
const TOWNS = /^.{1,6}[市区區郡町村鎮鄉县군구]$|^..시$/;

/** What the choices of a select say about it, whatever it is called. */
export function readOptionsMeaning(field: FieldDescription): OptionsReading | null {
  const options = field.options.filter(one => one.text || one.value);
  if (options.length < 2) return null;
  const texts = options.map(one =>
    foldLetters(one.text)
      .replace(/(\p{L}) ?\([^+\d]*$/u, '$1')
      .replace(/[^\p{L}\p{N}+]+/gu, ' ')
      .trim(),
  );
  const share = (test: (text: string, option: FieldOption) => boolean): number =>
    texts.filter((text, at) => test(text, options[at] ?? { value: '', text: '' })).length / texts.length;
  if (share((_, { text }) => PHONE_CODE.test(text)) > 0.6 && options.length > 3)
    return { token: 'tel-country-code', weight: 16 };
  if (share(text => COUNTRIES.test(text)) > (options.length > 20 ? 0.25 : 0.5))
    return { token: 'country', weight: 14 };
  if (isStates(share, options)) return { token: 'address-level1', weight: 12 };
  if (share(text => TOWNS.test(text)) > 0.6) return { token: 'address-level2', weight: 8 };
  return readDateOptions(texts, options) ?? readCardBrands(share);
}

function isStates(
  share: (test: (text: string, option: FieldOption) => boolean) => number,
  options: readonly FieldOption[],
): boolean {
  if (share(text => STATES.test(text)) > (options.length > 8 ? 0.3 : 0.6)) return true;
  return options.length > 8 && share(text => STATE_CODES.has(text.toUpperCase())) > 0.5;
}

function readCardBrands(share: (test: (text: string) => boolean) => number): OptionsReading | null {
  return share(text => CARD_BRANDS.test(text)) >= 0.5 ? { token: 'cc-type', weight: 16 } : null;
}

function readDateOptions(texts: readonly string[], options: readonly FieldOption[]): OptionsReading | null {
  const months = texts.filter(text => MONTHS.test(text)).length;
  if (months >= 11 && months <= 12 && options.length <= 14) return { token: 'cc-exp-month', weight: 8 };
  const years = options.map(one => readYear(one.text.trim())).filter(year => year !== null);
  if (years.length < 5 || years.length < texts.length - 2) return null;
  const [first = 0] = years;
  const last = years.at(-1) ?? 0;
  if (last > first && first >= 2010 && last - first <= 40)
    return { token: 'cc-exp-year', weight: isFourDigits(options) ? 10 : 3.5 };
  return { token: 'none', weight: 14 };
}

function isFourDigits(options: readonly FieldOption[]): boolean {
  return /^\d{4}$/.test(options.at(-1)?.text.trim() ?? '');
}

function readYear(text: string): number | null {
  if (/^(?:19|20)\d\d$/.test(text)) return Number(text);
  return /^[1-5]\d$/.test(text) ? 2000 + Number(text) : null;
}
