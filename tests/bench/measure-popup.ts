import { type ExtensionBrowser, launchExtension } from '#tests/fixtures/extension.ts';
import { joinAsShopper } from '#tests/fixtures/shopper.ts';
import { serveArticle } from './browser-pages.ts';
import type { Row, Section } from './report.ts';
import { makeDataFolder, runServer } from './run-server.ts';
import { findMedian } from './statistics.ts';

const ROUNDS = 9;
const WELCOME = '.popup-main-alone';
const UNLOCKED = '.popup-foot';

/** Milliseconds since the navigation began. */
interface PopupTimes {
  /** The first control that can be used is there. */
  usableMs: number;
  /** Nothing is being fetched any more. */
  completeMs: number;
}

declare global {
  interface Window {
    wayveilBench: { usableMs: number | null };
  }
}

/** Time from the popup's navigation to its first control, for a newcomer, a member, and with a sleeping worker. */
export async function measurePopup(): Promise<Section> {
  const folder = makeDataFolder();
  try {
    const server = await runServer(folder.path);
    try {
      return await measureAgainst(server.origin);
    } finally {
      await server.stop();
    }
  } finally {
    folder.remove();
  }
}

async function measureAgainst(serverOrigin: string): Promise<Section> {
  const article = await serveArticle();
  const rows: Row[] = [];
  try {
    const newcomer = await launchExtension(serverOrigin);
    try {
      rows.push(...(await measureRounds('newcomer', newcomer, { below: article.origin, face: WELCOME })));
    } finally {
      await newcomer.close();
    }
    const unlocked = { below: article.origin, face: UNLOCKED };
    const shopper = await joinAsShopper({ server: { origin: serverOrigin } });
    try {
      rows.push(...(await measureRounds('member, unlocked', shopper.browser, unlocked)));
      const asleep = { ...unlocked, before: () => shopper.browser.stopServiceWorker() };
      rows.push(...(await measureRounds('member, worker asleep', shopper.browser, asleep)));
    } finally {
      await shopper.close();
    }
  } finally {
    await article.close();
  }
  return { name: 'Popup', rows, notes: [] };
}

interface Scene {
  /** Address of the page that the popup stands over. */
  below: string;
  /** What only the expected face of the popup has. */
  face: string;
  /** Done before each round. */
  before?: () => Promise<void>;
}

async function measureRounds(name: string, browser: ExtensionBrowser, scene: Scene): Promise<Row[]> {
  const below = await browser.context.newPage();
  await below.goto(scene.below);
  const times: PopupTimes[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await scene.before?.();
    await below.bringToFront();
    times.push(await measureOnce(browser, scene.face));
  }
  await below.close();
  const row = (label: string, pick: (time: PopupTimes) => number): Row => ({
    ...{ name: `${name}: ${label}`, unit: 'ms', value: findMedian(times.map(pick)) },
  });
  return [row('usable', time => time.usableMs), row('complete', time => time.completeMs)];
}

async function measureOnce(browser: ExtensionBrowser, face: string): Promise<PopupTimes> {
  const page = await browser.context.newPage();
  try {
    await page.addInitScript(watchControls);
    await page.goto(browser.url('/popup.html'), { waitUntil: 'commit' });
    const handle = await page.waitForFunction(readTimes, null, { polling: 'raf' });
    const times = await handle.jsonValue();
    if (!times || (await page.locator(face).count()) === 0) throw new Error(`the popup shows no ${face}`);
    return times;
  } finally {
    await page.close();
  }
}

/** Runs in the popup before its own scripts: notes when the first usable control is painted. */
function watchControls(): void {
  window.wayveilBench = { usableMs: null };
  const look = () => {
    const control = document.querySelector('button:enabled, input:enabled, select:enabled, a[href]');
    if (control?.checkVisibility()) window.wayveilBench.usableMs = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Runs in the popup at each frame: both times once nothing is busy, else nothing. */
function readTimes(): PopupTimes | null {
  const { usableMs } = window.wayveilBench;
  if (usableMs === null || document.querySelector('[aria-busy="true"]')) return null;
  return { usableMs, completeMs: performance.now() };
}
