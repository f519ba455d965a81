import type { OrderLine } from '../basket.ts';
import { type Html, html } from '../html.ts';
import { formatWon, renderLines } from './pages.ts';

export interface OrderFormView {
  readonly lines: readonly OrderLine[];
  readonly shippingMinor: number;
  readonly totalMinor: number;
  readonly values: Readonly<Record<string, string>>;
  readonly errors: readonly string[];
  readonly offersWayveil: boolean;
}

export function renderOrderForm(view: OrderFormView): Html {
  const { values, errors } = view;
  return html`<h2>주문서 작성</h2>
${errors.length > 0 && html`<ul class="errors" role="alert">${errors.map(text => html`<li>${text}</li>`)}</ul>`}
${renderLines(view.lines)}
<form class="order" method="post" action="/order" novalidate>
<h3>주문하시는 분</h3><table class="form"><tbody>
${row('이름', text(values, 'ord_name', '이름', 'short'))}
${row('휴대전화', phone(values, 'ord'))}
${row('이메일', text(values, 'ord_email', '이메일', 'long'))}</tbody></table>
<h3>받으시는 분 <label class="same"><input type="checkbox" name="same" value="Y" ${values.same === 'Y' && 'checked'}> 주문자와 동일</label></h3>
<table class="form"><tbody>
${row('받는 분', text(values, 'rcv_name', '받는 분', 'short'))}
${row('주소', address(values))}
${row('휴대전화', phone(values, 'rcv'))}
${row('배송 메시지', html`<select name="memo" title="배송 메시지"><option value="">배송 메시지를 선택해 주세요</option><option>문 앞에 놓아 주세요</option><option>경비실에 맡겨 주세요</option></select>`, true)}</tbody></table>
<h3>결제수단</h3>${payment(view)}
<div class="total"><dl><dt>상품금액</dt><dd>${formatWon(view.totalMinor - view.shippingMinor)}</dd><dt>배송비</dt><dd>${formatWon(view.shippingMinor)}</dd>
<dt class="pay">최종 결제금액</dt><dd class="pay">${formatWon(view.totalMinor)}</dd></dl>
<label><input type="checkbox" name="agree" value="Y"> 주문 내용을 확인하였으며 결제에 동의합니다 (필수)</label>
<button type="submit">결제하기</button></div></form><script src="/checkout.js"></script>`;
}

function row(label: string, content: Html, optional = false): Html {
  return html`<tr><th scope="row">${label}${!optional && html`<em>*</em>`}</th><td>${content}</td></tr>`;
}

function text(values: OrderFormView['values'], name: string, title: string, size: string): Html {
  return html`<input type="text" class="${size}" id="${name}" name="${name}" title="${title}" value="${values[name] ?? ''}">`;
}

function address(values: OrderFormView['values']): Html {
  return html`<div class="zip"><input type="text" id="rcv_zip" name="rcv_zip" class="tiny" maxlength="5" title="우편번호" placeholder="우편번호" value="${values.rcv_zip ?? ''}"> <button type="button" class="ghost" id="find-zip">우편번호 찾기</button></div>
<input type="text" id="rcv_addr1" name="rcv_addr1" class="long" title="도로명주소" placeholder="도로명주소" value="${values.rcv_addr1 ?? ''}">
<input type="text" id="rcv_addr2" name="rcv_addr2" class="long" title="상세주소" placeholder="상세주소를 입력해 주세요" value="${values.rcv_addr2 ?? ''}">
<dialog id="zip-dialog"><h4>우편번호 찾기</h4><ul>
<li><button type="button" data-zip="03053" data-road="서울특별시 종로구 북촌로 31">03053 서울특별시 종로구 북촌로 31</button></li>
<li><button type="button" data-zip="48058" data-road="부산광역시 해운대구 센텀중앙로 97">48058 부산광역시 해운대구 센텀중앙로 97</button></li></ul></dialog>`;
}

function phone(values: OrderFormView['values'], prefix: string): Html {
  const first = values[`${prefix}_hp1`] ?? '010';
  const codes = ['010', '011', '016', '02', '031', '051', '070'];
  return html`<span class="phone"><select name="${prefix}_hp1" title="휴대전화 앞자리">${codes.map(code => html`<option ${code === first && 'selected'}>${code}</option>`)}</select> -
<input type="text" name="${prefix}_hp2" maxlength="4" title="휴대전화 가운데 자리" value="${values[`${prefix}_hp2`] ?? ''}"> -
<input type="text" name="${prefix}_hp3" maxlength="4" title="휴대전화 뒷자리" value="${values[`${prefix}_hp3`] ?? ''}"></span>`;
}

function payment(view: OrderFormView): Html {
  const method = view.values.method ?? 'card';
  const years = Array.from({ length: 12 }, (_, index) => String(new Date().getUTCFullYear() + index));
  const months = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));
  return html`<div class="methods"><label><input type="radio" name="method" value="card" ${method === 'card' && 'checked'}> 신용카드</label>
${view.offersWayveil && html`<label><input type="radio" name="method" value="wayveil" ${method === 'wayveil' && 'checked'}> Wayveil</label>`}</div>
<table class="form" data-method="card"><tbody>
${row('카드번호', html`<span class="card">${[1, 2, 3, 4].map(part => html`<input type="${part > 2 ? 'password' : 'text'}" name="card_no${part}" maxlength="4" inputmode="numeric" autocomplete="off" title="카드번호 ${part}번째 4자리">`)}</span>`)}
${row('유효기간', html`<select name="card_mm" title="유효기간 월"><option value="">월(MM)</option>${months.map(month => html`<option>${month}</option>`)}</select> <select name="card_yy" title="유효기간 년"><option value="">년(YY)</option>${years.map(year => html`<option value="${year.slice(2)}">${year.slice(2)}</option>`)}</select>`)}
${row('CVC', html`<input type="password" class="tiny" name="card_cvc" maxlength="4" autocomplete="off" title="카드 뒷면 CVC 번호">`)}</tbody></table>
${view.offersWayveil && html`<table class="form" data-method="wayveil"><tbody>${row('Wayveil 이메일', text(view.values, 'wayveil_email', 'Wayveil 이메일 주소', 'long'))}</tbody></table>`}`;
}
