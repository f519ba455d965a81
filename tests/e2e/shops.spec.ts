import { expect, type Page, test } from '@playwright/test';
import { ensureBrowser } from '#tests/setup/browsers.ts';
import { startAtelierShop } from '#tests/shops/atelier/shop.ts';
import { startBoardwalkShop } from '#tests/shops/boardwalk/shop.ts';
import { startClassicShop } from '#tests/shops/classic/shop.ts';
import { startHanokShop } from '#tests/shops/hanok/shop.ts';
import { startAcquirer } from '#tests/world/acquirer.ts';
import { agreeingIssuer } from '#tests/world/issuer-messages.ts';

/** The shops sell to anyone: plain typed data, no extension. */
test.use({
  launchOptions: {
    executablePath: ensureBrowser('chromium'),
    args: ['--disable-quic', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  },
});

/** Types into fields and chooses in selects by their name. */
async function fillByName(page: Page, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const field = page.locator(`[name="${name}"]`);
    const tag = await field.evaluate(element => element.tagName);
    if (tag === 'SELECT') await field.selectOption(value);
    else await field.fill(value);
  }
}

const SHIPPING = {
  email: 'ann.lee@example.com',
  phone: '+1 218 722 0143',
  ship_first_name: 'Ann',
  ship_last_name: 'Lee',
  ship_address1: '4200 Superior St',
  ship_address2: 'PMB 30217',
  ship_city: 'Duluth',
  ship_state: 'MN',
  ship_zip: '55802',
};
const CARD = {
  cc_name: 'Ann Lee',
  cc_number: '4242 4242 4242 4242',
  cc_month: '12',
  cc_year: '2030',
  cc_csc: '123',
};

test('the classic shop sells to typed data and captures the card when it ships', async ({ page }) => {
  const acquirer = await startAcquirer({ issuer: agreeingIssuer });
  const shop = await startClassicShop({ acquirerOrigin: acquirer.origin });
  await page.goto(shop.origin);
  await page.getByRole('button', { name: 'Add to basket' }).first().click();
  await page.getByRole('link', { name: 'Checkout' }).click();
  await expect(page.getByText('Wayveil')).toHaveCount(0);
  await fillByName(page, { ...SHIPPING, ...CARD });
  await page.getByLabel('I agree').check();
  await page.getByRole('button', { name: 'Place order' }).click();
  await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible();
  const [order] = shop.orders();
  expect(order).toMatchObject({ totalMinor: 25_700, state: 'ready_to_ship' });
  expect(await page.locator('.order-number').textContent()).toBe(order?.number);
  expect(JSON.stringify(order)).not.toContain('4242424242424242');
  await page.goto(`${shop.origin}/admin`);
  await page.getByLabel('Tracking number').fill('1Z999AA10123456784');
  await page.getByRole('button', { name: 'Mark shipped' }).click();
  await expect(page.getByText('1Z999AA10123456784')).toBeVisible();
  expect(acquirer.exchanges().map(({ message }) => message.messageTypeIndicator)).toEqual(['0100', '0220']);
  await Promise.all([shop.close(), acquirer.close()]);
});

test('the classic shop keeps what was typed and says what is wrong', async ({ page }) => {
  const acquirer = await startAcquirer({ issuer: agreeingIssuer });
  const shop = await startClassicShop({ acquirerOrigin: acquirer.origin });
  await page.goto(shop.origin);
  await page.getByRole('button', { name: 'Add to basket' }).first().click();
  await page.getByRole('link', { name: 'Checkout' }).click();
  await fillByName(page, {
    ...SHIPPING,
    ...CARD,
    ship_zip: '10001',
    ship_address1: 'PO Box 12',
    phone: '12',
  });
  await page.getByLabel('I agree').check();
  await page.getByRole('button', { name: 'Place order' }).click();
  await expect(page.getByText('This ZIP code is not in that state.')).toBeVisible();
  await expect(page.getByText('We can’t ship to PO boxes')).toBeVisible();
  await expect(page.getByText('Enter a valid phone number.')).toBeVisible();
  await expect(page.locator('[name=ship_first_name]')).toHaveValue('Ann');
  await expect(page.locator('[name=ship_state]')).toHaveValue('MN');
  await page.locator('[name=ship_country]').selectOption('CA');
  await expect(page.locator('[name=ship_state] option').nth(1)).toHaveText('Alberta');
  expect(shop.orders()).toHaveLength(0);
  await Promise.all([shop.close(), acquirer.close()]);
});

test('the shop with hosted fields is paid by a token and never sees the card', async ({ page }) => {
  const acquirer = await startAcquirer({ issuer: agreeingIssuer });
  const shop = await startBoardwalkShop({ acquirerOrigin: acquirer.origin });
  await page.goto(shop.origin);
  await page.getByRole('button', { name: 'Add to bag' }).first().click();
  await page.getByRole('link', { name: 'Go to checkout' }).click();
  await fillByName(page, {
    email: 'ann.lee@example.com',
    name: 'Ann Lee',
    phone: '07400 123456',
    address1: 'Unit 30217, Quay Hub',
    address2: '1 High Street',
    town: 'Bristol',
    postcode: 'BS1 4DJ',
  });
  const frame = (title: string) => page.frameLocator(`iframe[title="${title}"]`).locator('input');
  await frame('Secure cardholder name input frame').fill('Ann Lee');
  await frame('Secure card number input frame').fill('4242424242424242');
  await frame('Secure expiry date input frame').fill('12/30');
  await frame('Secure security code input frame').fill('123');
  await page.getByRole('button', { name: 'Pay £153.95' }).click();
  await expect(page.getByText('Cheers, that’s ordered.')).toBeVisible();
  expect(shop.orders()).toHaveLength(1);
  expect(JSON.stringify(shop.requests())).not.toContain('4242');
  expect(acquirer.payments()[0]).toMatchObject({
    status: 'authorised',
    cardLastFour: '4242',
    amountMinor: '15395',
  });
  await Promise.all([shop.close(), acquirer.close()]);
});

test('the Korean shop takes phone and card number in parts', async ({ page }) => {
  const acquirer = await startAcquirer({ issuer: agreeingIssuer });
  const shop = await startHanokShop({ acquirerOrigin: acquirer.origin });
  await page.goto(shop.origin);
  await page.getByRole('button', { name: '장바구니 담기' }).first().click();
  await page.getByRole('link', { name: '주문하기' }).click();
  await fillByName(page, {
    ord_name: '이나리',
    ord_hp2: '2345',
    ord_hp3: '6789',
    ord_email: 'nari@example.com',
  });
  await page.getByLabel('주문자와 동일').check();
  await fillByName(page, {
    rcv_zip: '04524',
    rcv_addr1: '서울특별시 중구 세종대로 110',
    rcv_addr2: '웨이허브 30217호',
  });
  await fillByName(page, { card_no1: '4242', card_no2: '4242', card_no3: '4242', card_no4: '4242' });
  await fillByName(page, { card_mm: '12', card_yy: '30', card_cvc: '123' });
  await page.locator('[name=agree]').check();
  await page.getByRole('button', { name: '결제하기' }).click();
  await expect(page.getByText('주문이 완료되었습니다')).toBeVisible();
  expect(shop.orders()[0]).toMatchObject({ totalMinor: 71_000, currency: 'KRW' });
  expect(acquirer.payments()[0]).toMatchObject({ status: 'captured', currency: 'KRW', amountMinor: '71000' });
  await Promise.all([shop.close(), acquirer.close()]);
});

test('the German shop sells in four steps with controlled inputs', async ({ page }) => {
  const acquirer = await startAcquirer({ issuer: agreeingIssuer });
  const shop = await startAtelierShop({ acquirerOrigin: acquirer.origin });
  await page.goto(shop.origin);
  await page.getByRole('button', { name: 'In den Warenkorb' }).first().click();
  await page.getByRole('button', { name: 'Zur Kasse' }).click();
  await page.getByRole('button', { name: 'Weiter' }).click();
  await expect(page.getByText('Bitte geben Sie Ihren Vornamen ein.')).toBeVisible();
  const steps = [
    { 'E-Mail-Adresse': 'ann.lee@example.com', Vorname: 'Ann', Nachname: 'Lee', Telefon: '0341 1234567' },
    {
      Straße: 'Hauptstraße',
      Hausnummer: '12a',
      Adresszusatz: 'c/o Hub Leipzig 30217',
      PLZ: '04109',
      Ort: 'Leipzig',
    },
    { Karteninhaber: 'Ann Lee', Kartennummer: '4242424242424242', 'Gültig bis': '1230', Prüfziffer: '123' },
  ];
  for (const step of steps) {
    for (const [label, value] of Object.entries(step)) await page.getByLabel(label).fill(value);
    await page.getByRole('button', { name: 'Weiter' }).click();
  }
  await expect(page.getByText('Karte mit Endziffern 4242')).toBeVisible();
  await page.getByRole('button', { name: 'Zahlungspflichtig bestellen' }).click();
  await expect(page.getByText('Vielen Dank für Ihre Bestellung')).toBeVisible();
  expect(shop.orders()[0]).toMatchObject({ totalMinor: 4_990, currency: 'EUR' });
  expect(acquirer.exchanges()[0]?.message).toMatchObject({
    expirationDate: '3012',
    currencyCodeTransaction: '978',
  });
  await Promise.all([shop.close(), acquirer.close()]);
});
