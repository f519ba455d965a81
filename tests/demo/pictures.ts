import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

/** Popups are this large in a browser; a tab would show them wider than anyone sees them. */
export const POPUP_SIZE = { width: 380, height: 600 };

/** Keeps one picture of each step, numbered in order, once nothing on it is loading. */
export interface Pictures {
  folder: string;
  take(page: Page, name: string): Promise<void>;
}

/** Empties `folder` and keeps pictures there. */
export function keepPictures(folder: string): Pictures {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const taken: string[] = [];
  return {
    folder,
    async take(page, name) {
      const file = `${String(taken.length + 1).padStart(2, '0')}-${name}.png`;
      taken.push(file);
      await page.locator('.skeleton').first().waitFor({ state: 'detached' });
      await page.screenshot({ path: join(folder, file) });
    },
  };
}
