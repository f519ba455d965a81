import { formatPrice, type OrderLine, type Product, sumLines } from '../basket.ts';
import { type Html, html, trustHtml } from '../html.ts';
import { ESCROW_STAGES, type ShopOrder } from '../order.ts';

export function formatWon(amountMinor: number): string {
  return formatPrice(amountMinor, 'KRW', 'ko-KR').replace('₩', '').concat('원');
}

/** The frame of every page. */
export function renderLayout(title: string, itemsInBasket: number, main: Html): Html {
  return html`<html lang="ko"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} | 한옥살림</title><link rel="stylesheet" href="/style.css"></head><body>
<div class="util"><a href="/">로그인</a><a href="/">회원가입</a><a href="/">주문조회</a><a href="/basket">장바구니(${itemsInBasket})</a></div>
<header><a class="logo" href="/">한옥살림<small>HANOK SALLIM</small></a>
<nav><a href="/">신상품</a><a href="/">그릇</a><a href="/">패브릭</a><a href="/">가구</a><a href="/">선물</a></nav></header>
<main>${main}</main>
<footer><p>(주)한옥살림 | 대표 윤가온 | 서울특별시 종로구 북촌로 31 | 통신판매업신고 제2024-서울종로-0101호</p>
<p>고객센터 1588-0000 (평일 10:00–17:00)</p></footer></body></html>`;
}

export function renderProducts(products: readonly Product[]): Html {
  const items = products.map(
    ({ sku, name, blurb, priceMinor, picture }) => html`<li><div class="picture">${trustHtml(picture)}</div>
<h3>${name}</h3><p>${blurb}</p><strong>${formatWon(priceMinor)}</strong>
<form method="post" action="/basket/add"><input type="hidden" name="sku" value="${sku}"><button>장바구니 담기</button></form></li>`,
  );
  return html`<div class="banner"><p>가을 기획전</p><h1>손으로 만든 살림,<br>오래 쓰는 즐거움</h1></div><ul class="products">${items}</ul>`;
}

export function renderBasket(lines: readonly OrderLine[]): Html {
  if (lines.length === 0) return html`<h2>장바구니</h2><p class="empty">장바구니가 비어 있습니다.</p>`;
  return html`<h2>장바구니</h2>${renderLines(lines)}
<p class="sum">상품금액 <b>${formatWon(sumLines(lines))}</b></p><p class="center"><a class="button" href="/order">주문하기</a></p>`;
}

export function renderLines(lines: readonly OrderLine[]): Html {
  const rows = lines.map(
    line =>
      html`<tr><td>${line.name}</td><td>${line.quantity}개</td><td class="money">${formatWon(line.priceMinor * line.quantity)}</td></tr>`,
  );
  return html`<table class="lines"><thead><tr><th>상품정보</th><th>수량</th><th class="money">금액</th></tr></thead><tbody>${rows}</tbody></table>`;
}

const STAGE_WORDS: Readonly<Record<string, string>> = {
  order_received: '주문 접수',
  identity_confirmed: '본인 확인',
  shipped: '발송',
  received: '수령',
  closed: '거래 완료',
};

export function renderOrder(order: ShopOrder): Html {
  const { fields } = order;
  return html`<div class="done"><h2>주문이 ${'escrow' in order.payment ? '접수' : '완료'}되었습니다</h2>
<p>주문번호 <b class="order-number">${order.number}</b></p></div>
${'escrow' in order.payment && renderEscrow(order.payment.escrow.stage)}
${renderLines(order.lines)}
<table class="form"><tbody><tr><th>받는 분</th><td>${fields.rcv_name}</td></tr>
<tr><th>배송지</th><td>(${fields.rcv_zip}) ${fields.rcv_addr1} ${fields.rcv_addr2}</td></tr>
<tr><th>결제수단</th><td>${'card' in order.payment ? `신용카드 (끝자리 ${order.payment.card.cardLastFour})` : 'Wayveil'}</td></tr>
<tr><th>배송</th><td>${order.shipment ? `${order.shipment.carrier} ${order.shipment.trackingNumber}` : '배송 준비 중'}</td></tr>
<tr><th>배송비</th><td>${formatWon(order.shippingMinor)}</td></tr>
<tr><th>최종 결제금액</th><td><b class="pay">${formatWon(order.totalMinor)}</b></td></tr></tbody></table>`;
}

function renderEscrow(stage: string): Html {
  const reached = (ESCROW_STAGES as readonly string[]).indexOf(stage);
  const stops = ESCROW_STAGES.map(
    (name, index) => html`<li class="${index <= reached ? 'on' : ''}">${STAGE_WORDS[name]}</li>`,
  );
  return html`<section class="escrow"><h3>Wayveil 에스크로</h3><ol>${stops}</ol>
<p>${reached === 0 ? 'Wayveil에서 구매를 확인해 주세요. 확인되는 대로 발송합니다.' : ''}${reached < 0 ? `상태: ${stage}` : ''}</p></section>`;
}
