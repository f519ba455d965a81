import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CANARIES, joinAsShopper } from '#tests/fixtures/shopper.ts';
import { type Stack, startStack } from '#tests/fixtures/stack.ts';
import { runStep } from '#tests/run/step.ts';
import { ensureBrowser } from '#tests/setup/browsers.ts';
import { walkAnyShop } from './any-shop.ts';
import { findHindrance } from './find-hindrance.ts';
import { walkMemberShop } from './member-shop.ts';
import { keepPictures } from './pictures.ts';
import { stayOpenToPlay } from './stay-open.ts';
import { makeTranscript } from './transcript.ts';
import { openPopup, type Walk } from './walk.ts';

const FOLDER = join('reports', 'demo');
const stayOpen = process.argv.includes('--open');

const hindrance = findHindrance(process.argv.slice(2), process);
if (hindrance !== null) {
  console.error(hindrance);
  process.exit(1);
}
ensureBrowser('chromium');
if (!existsSync('.output/chrome-mv3/manifest.json') || !existsSync('wallet-server/console/dist')) {
  runStep({ name: 'build', command: 'npm', arguments: ['run', '--silent', 'build'] });
}
await main();

/** `npm run demo`: both purchases on real parts, told as they happen; with `--open` it stays to play with. */
async function main(): Promise<void> {
  const stack = await startStack();
  const pictures = keepPictures(FOLDER);
  const onScreen = pictures.take;
  const shopper = await joinAsShopper(stack, { headless: !stayOpen, country: 'United Kingdom', onScreen });
  const walk = { stack, shopper, transcript: makeTranscript(line => console.log(line)), pictures };
  try {
    await addAmericanCard(walk);
    await walkAnyShop(walk);
    await walkMemberShop(walk);
    tellCanaries(stack);
    console.log(`\nPictures of each step: ${FOLDER}/`);
    if (stayOpen) await stayOpenToPlay(stack, shopper);
  } finally {
    await shopper.close();
    await stack.close();
  }
}

async function addAmericanCard(walk: Walk): Promise<void> {
  const popup = await openPopup(walk);
  await popup.getByRole('button', { name: 'Cards' }).click();
  await popup.getByRole('button', { name: 'Issue a card' }).click();
  const dialog = popup.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Issue a card' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await walk.pictures.take(popup, 'cards');
  await popup.close();
}

/** Looks for the shopper's real words in all that the shops got and in the server's log. */
function tellCanaries({ shops, log }: Stack): void {
  const heard = JSON.stringify([...Object.values(shops).map(shop => shop.requests()), log.lines]);
  const found = CANARIES.filter(canary => heard.includes(canary));
  if (found.length > 0) throw new Error(`real data leaked: ${found.length} canaries were found`);
  console.log(
    `\nThe shopper's real name, street, phone and mail are in no request to a shop and in no log line.`,
  );
}
