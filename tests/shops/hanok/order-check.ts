import { isCardNumber, isCsc, isEmailAddress, isExpiry, isPhone, mentionsPostBox } from '../checks.ts';

export type Fields = Readonly<Record<string, string>>;

/** Sentences for what is wrong, in the order of the form. */
export function checkOrderForm(fields: Fields, nowMs: number): string[] {
  const checks: [boolean, string][] = [
    [isName(fields.ord_name), '주문하시는 분의 이름을 확인해 주세요.'],
    [isPhone(joinPhone(fields, 'ord'), 'KR'), '주문하시는 분의 휴대전화 번호를 확인해 주세요.'],
    [isEmailAddress(fields.ord_email ?? ''), '이메일 주소를 확인해 주세요.'],
    [isName(fields.rcv_name), '받는 분의 이름을 확인해 주세요.'],
    [/^\d{5}$/.test(fields.rcv_zip ?? ''), '우편번호 5자리를 확인해 주세요.'],
    [isRoadAddress(fields.rcv_addr1 ?? ''), '도로명주소를 확인해 주세요.'],
    [isDetail(fields.rcv_addr2 ?? ''), '상세주소를 확인해 주세요.'],
    [isPhone(joinPhone(fields, 'rcv'), 'KR'), '받는 분의 휴대전화 번호를 확인해 주세요.'],
    ...checkPayment(fields, nowMs),
    [fields.agree === 'Y', '결제 동의가 필요합니다.'],
  ];
  return checks.flatMap(([holds, sentence]) => (holds ? [] : [sentence]));
}

function checkPayment(fields: Fields, nowMs: number): [boolean, string][] {
  if (fields.method === 'wayveil') {
    return [[isEmailAddress(fields.wayveil_email ?? ''), 'Wayveil 이메일 주소를 확인해 주세요.']];
  }
  return [
    [isCardNumber(joinCardNumber(fields)), '카드번호를 확인해 주세요.'],
    [isExpiry(fields.card_mm ?? '', fields.card_yy ?? '', nowMs), '유효기간을 확인해 주세요.'],
    [isCsc(fields.card_cvc ?? ''), 'CVC 번호를 확인해 주세요.'],
  ];
}

export function joinCardNumber(fields: Fields): string {
  return [1, 2, 3, 4].map(part => fields[`card_no${part}`] ?? '').join('');
}

export function joinPhone(fields: Fields, prefix: string): string {
  return [1, 2, 3].map(part => fields[`${prefix}_hp${part}`] ?? '').join('');
}

function isName(name: string | undefined): boolean {
  return /^(\p{Script=Hangul}{2,10}|[A-Za-z][A-Za-z .'-]{1,40})$/u.test(name ?? '');
}

function isRoadAddress(address: string): boolean {
  return address.length >= 5 && address.length <= 60 && /\d/.test(address) && !mentionsPostBox(address);
}

function isDetail(detail: string): boolean {
  return detail.length > 0 && detail.length <= 40 && !mentionsPostBox(detail);
}
