import type { WordList } from './lexicon.ts';

/**
 * Folded texts that ship as hashes of nine bits beside the rules. Countries and states are whole names, in the languages
 * of many shops; names that come in many forms are in `read-options.ts`.
 */
export const WORD_LISTS: Readonly<Record<WordList, string>> = {
  countries:
    'afghanistan|albania|albanien|algeria|alemania|allemagne|alemanha|andorra|angola|armenia|aruba|' +
    'austria|oostenrijk|autriche|azerbaijan|bahamas|bahrain|barbados|bermuda|bolivia|canada|kanada|' +
    'chile|china|colombia|costa rica|croatia|cuba|danmark|denmark|danemark|duitsland|ecuador|egypt|' +
    'el salvador|estonia|finland|france|francia|frankreich|guatemala|honduras|deutschland|greece|' +
    'hungary|iceland|india|indonesia|ireland|israel|japan|mexico|netherlands|nicaragua|niederlande|' +
    'niemcy|nemecko|new zealand|norway|norge|panama|paraguay|peru|poland|portugal|rakousko|romania|' +
    'ruotsi|saksa|singapore|spain|spanien|sverige|sweden|schweiz|suomi|switzerland|suisse|suiza|' +
    'svizzera|tschechien|tyskland|ukraine|uruguay|venezuela|usa|uk|etats unis|estados unidos|россия|' +
    'германия|украина|беларусь|казахстан|日本|대한민국|미국|일본|中國|美国|美國|한국|영국|독일|프랑스|캐나다|중국|イギリス|ドイツ|フランス|' +
    '英国|德国|法国|新加坡|irland|irlanda|vietnam|viet nam',
  states:
    'alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|hawaii|idaho|' +
    'illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|' +
    'minnesota|mississippi|missouri|montana|nebraska|nevada|ohio|oklahoma|oregon|texas|utah|vermont|' +
    'virginia|washington|wisconsin|wyoming|alberta|british columbia|manitoba|new brunswick|ontario|' +
    'quebec|saskatchewan|nova scotia|new south wales|queensland|victoria|tasmania|aguascalientes|' +
    // Of names in signs, the first two.
    '서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충청|충북|충남|전라|전북|전남|경상|경북|경남|제주|' +
    '北京|上海|天津|重庆|河北|山西|辽宁|吉林|黑龙|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|' +
    '四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆|内蒙|' +
    'ha noi|ho chi minh|tp ho chi minh|acre|alagoas|bahia|parana|sao paulo|buenos aires|baden wurttemberg|bayern|hessen|berlin|' +
    'andhra pradesh|kerala|punjab|madrid|barcelona|sevilla|北海|東京|москва|московская область',
  stateCodes:
    'al|ak|az|ar|co|ct|de|fl|ga|hi|id|il|in|ia|ks|ky|la|me|md|ma|mi|mn|ms|mo|mt|ne|nv|nh|nj|nm|ny|' +
    'nc|nd|oh|ok|or|pa|ri|sc|sd|tn|tx|ut|vt|va|wa|wv|wi|wy|ab|bc|mb|nb|on|qc|sk|ns|nsw|qld|vic|tas',
  /** How words begin that say whose or what for: of the one who buys, pays or gets it. */
  own:
    'alic|habi|auft|bene|disp|fatu|kope|lach|megr|must|pemb|regi|shop|sous|tesl|tila|vevo|zaka|zama|отпр|пасп|abon|acco|ache|acqu|addi|adul|alte|ance|anda|ansp|any|appl|area|asia|atte|azie|back|bedr|besi|best|' +
    'bezo|bill|buil|busi|buye|call|card|casa|cell|choo|clie|comp|conf|conj|cons|cont|corp|corr|curr|cust|' +
    'day|dayt|deli|dest|digi|dit|ditt|domi|dong|dono|doru|dost|driv|drzi|duen|eige|empf|empr|ente|entr|' +
    'envi|etab|eve|exac|expe|fact|fakt|fami|fatt|firm|firs|full|give|gues|have|hold|home|hous|info|inha|' +
    'inne|insu|inte|invo|kart|kauf|klie|kund|kupu|last|lega|leng|lent|leta|leve|lief|line|livr|loca|main|' +
    'mais|maji|memb|midd|mitg|mitt|mobi|modt|mora|mott|nada|name|nigh|numb|obje|odbi|offi|ontv|opti|orde|' +
    'orga|othe|our|own|owne|pack|paga|pare|pass|pati|paye|paym|payo|pedi|pela|peme|pemi|pene|penu|perm|' +
    'pers|phon|phys|posi|post|pref|pres|prim|prin|prov|purc|real|rece|rech|reci|reco|remi|repe|resi|resp|' +
    'retu|rety|rue|seco|secu|sele|send|ship|site|soci|sped|stat|step|stre|stud|subs|supp|tele|tena|titu|' +
    'town|trac|trav|tua|twoj|unte|user|usu|usua|uten|vast|veri|what|wlas|wohn|work|wysy|zahl|влад|держ|' +
    'зака|карт|клие|конт|лати|пасс|плат|поку|полу|البط|العا|العم|الكا|المس|حامل|صاحب',
  /** What developers put before a person's name. */
  holders:
    'user|form|input|field|edit|data|order|checkout|address|member|account|profile|register|signup|' +
    'client|person|donor|payer|buyer|card|cust|display|login',
  /** What is said of a card that pays; any other word before it makes it somebody else's. */
  cards:
    'your|the|new|full|valid|invalid|enter|digit|long|payment|billing|credit|debit|bank|banking|' +
    'visa|mastercard|amex|express|discover|maestro|jcb|diners|prepaid|master|plastic|and|real|' +
    'physical|primary|other|complete|correct',
  /** Phrases that count only when nothing else stands beside them. */
  alone:
    'number|numero|num|nummer|house|dom|card|holder|inhaber|titular|titulaire|side|door|entrance|' +
    'block|stair|interior|initial|area|mes|ano|kod|cap|cep|ort|sal|bus|kat|via|lan|ein|ten|so the|ship to|deliver to|contacto',
  /** Whole labels behind a mail address that ask for it once more. */
  again:
    'confirm|confirmation|verify|repeat|re type|retype|re enter|reenter|again|once more|bestatigen|' +
    'bestatigung|wiederholen|wiederholung|confirmer|confirmez|confirmar|confirma|conferma|ripeti|' +
    'bevestig|bevestigen|herhaal|potwierdz|powtorz|bekrafta|bekraeft|gentag|gjenta|vahvista|確認|' +
    '再入力|確認用|확인',
  /** Words that mean the given name beside a family name, and the whole name alone. */
  looseNames:
    'имя|ваше имя|nom|votre nom|jmeno|meno|ad|adi|adiniz|isim|imie|名字|nombres|nombre|' +
    'имя получателя|imya',
  /** Words for the whole name that stand for the family's beside a given name. */
  wholeNames: 'name|nom|naam|namn|navn|nimi|お名前|氏名',
  /** What a label may say beside its meaning. */
  fillers:
    'your|my|the|a|an|of|or|and|please|enter|select|choose|type|in|optional|required|billing|shipping' +
    '|delivery|current|new|primary|votre|ihre|ihren|su|tu|il|la|le|de|del|della|des|du|do|da|di|und|et|y' +
    '|e|en|van|der|die|das|d|l|na|ваш|ваше|укажите|введите|obligatoire|pflichtfeld|obligatorio|verplicht' +
    '|wymagane|entrez|saisissez|introduce|introduzca|ingresa|escribe|digite|insira|seu|sua|inserisci' +
    '|geben|sie|ein|bitte|vul|uw|je|zadejte|vas|podaj|wpisz|wybierz|swoj|ange|skriv|din|indtast',
};
