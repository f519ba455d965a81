import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { growLog, rewriteLog } from '#tests/fixtures/rewritten-log.ts';
import type { Shopper } from '#tests/fixtures/shopper.ts';
import type { Stack } from '#tests/fixtures/stack.ts';
import { test } from '#tests/fixtures/world-test.ts';

declare const chrome: {
  action: { getBadgeText(of: object): Promise<string> };
  notifications: { getAll(): Promise<Record<string, boolean>> };
};

test.use({ world: 'log-alarm' });

test.describe.configure({ mode: 'serial' });

/** The popup at the public record, after a look at it. */
async function checkLog(shopper: Shopper): Promise<Page> {
  const popup = await shopper.openPopup();
  await popup.getByRole('button', { name: 'More', exact: true }).click();
  await popup.getByRole('button', { name: /^Public record/ }).click();
  await popup.getByRole('button', { name: 'Check now' }).click();
  return popup;
}

/** The server places leaves by itself too: whichever does it, none waits afterwards. */
async function awaitPlaced(stack: Stack): Promise<void> {
  const { directory } = stack.server.services;
  const count = async () =>
    (await directory`select 1 from log_leaves where leaf_index is null limit 1`).length;
  await expect.poll(count).toBe(0);
}

test('S57: a record that only grew is found right on demand', async ({ shopper, stack }) => {
  await growLog(stack.server.services, 300);
  await awaitPlaced(stack);
  const popup = await checkLog(shopper);
  await expect(popup.getByText('Nothing was changed.')).toBeVisible();
  await popup.close();
});

test('S57: a rewritten history raises an alarm that a person understands, and outlives the background', async ({
  shopper,
  stack,
}) => {
  await rewriteLog(
    stack.server.services,
    sql => sql`update log_leaves set leaf_hash = decode(repeat('ab', 32), 'hex') where leaf_index = 17`,
  );
  await awaitPlaced(stack);
  const popup = await checkLog(shopper);
  await expect(popup.getByText('somebody changed the past')).toBeVisible();
  await popup.close();
  const background = await shopper.browser.background();
  expect(await background.evaluate(() => chrome.action.getBadgeText({}))).toBe('!');
  expect(await background.evaluate(() => chrome.notifications.getAll())).toHaveProperty('log-alarm');
  await shopper.browser.stopServiceWorker();
  const later = await shopper.openPopup();
  const alarm = later.getByRole('alert');
  await expect(alarm).toContainText('The public record was changed');
  await expect(alarm).toContainText('Confirm no purchase');
  const [download] = await Promise.all([
    later.waitForEvent('download'),
    later.getByRole('button', { name: 'Save proof' }).click(),
  ]);
  const proof = await readFile(await download.path(), 'utf8');
  expect(proof.match(/^— wallet\.localhost:\d+\/log /gm)).toHaveLength(2);
  await later.getByRole('button', { name: 'I have read it' }).click();
  await expect(alarm).not.toContainText('Confirm no purchase');
  await expect(alarm).toContainText('The public record was changed');
  await later.close();
});
