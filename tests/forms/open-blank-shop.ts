import type { Browser, Page } from 'playwright';
import { launchChromium } from '#tests/fixtures/launch-chromium.ts';
import { bundlePageSide } from './bundle-page-side.ts';
import type * as pageSide from './page-side.ts';

declare global {
  /** What `bundlePageSide` defines in the page. */
  var wayveilPageSide: typeof pageSide;
}

export interface BlankShop {
  page: Page;
  /** Loads the empty page anew. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

/** An empty page of a shop with the page side in it; nothing is asked of any server. */
export async function openBlankShop(): Promise<BlankShop> {
  const script = await bundlePageSide();
  const browser: Browser = await launchChromium();
  const page = await browser.newPage();
  await page.addInitScript({ content: script });
  await page.route('**/*', route =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Shop</title>' }),
  );
  return {
    page,
    reset: async () => {
      await page.goto('http://shop.localhost/');
    },
    close: () => browser.close(),
  };
}
