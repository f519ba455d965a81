import { expect, type Page } from '@playwright/test';
import { test } from '#tests/fixtures/browser-test.ts';

const POPUP = { width: 360, height: 600 };

/** Presses a button by keyboard, as somebody does who sees no pointer. */
async function pressByKey(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name }).first().focus();
  await page.keyboard.press('Enter');
}

test('a card whose number was shown keeps the focus of its button', async ({ openWindow, showScreen }) => {
  const page = await openWindow(POPUP);
  await showScreen(page, 'popup-cards', 'en');
  await pressByKey(page, 'Show card number');
  await expect(page.getByText('Security code').first()).toBeVisible();
  await expect(page.getByRole('region').first()).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.locator(':focus')).toBeVisible();
});

test('what was put back on the page takes the focus of the button that is gone', async ({
  openWindow,
  showScreen,
}) => {
  const page = await openWindow(POPUP);
  await showScreen(page, 'popup-page', 'en');
  await pressByKey(page, 'Fill delivery');
  await pressByKey(page, 'Undo');
  await expect(page.getByText('9 fields put back')).toBeVisible();
  await expect(page.locator(':focus')).toContainText('9 fields put back');
});

test('who locks Wayveil stands at the way back in', async ({ openWindow, showScreen }) => {
  const page = await openWindow(POPUP);
  await showScreen(page, 'popup-page', 'en');
  await pressByKey(page, 'Lock');
  await expect(page.getByRole('heading', { name: 'Wayveil is locked' })).toBeVisible();
  await expect(page.getByRole('main')).toBeFocused();
});

test('a press beside everything is no lost focus', async ({ openWindow, showScreen }) => {
  const page = await openWindow(POPUP);
  await showScreen(page, 'popup-page', 'en');
  await pressByKey(page, 'Fill delivery');
  await page.getByRole('button', { name: 'Undo' }).focus();
  await page.locator('.popup-head strong').click();
  await page.getByRole('button', { name: 'Undo' }).evaluate(button => button.remove());
  await expect(page.locator(':focus')).toHaveCount(0);
});
