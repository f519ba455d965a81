import type { Browser } from 'webextension-polyfill';

interface BrowserGlobals {
  browser?: Browser;
  /** Chrome's name of the same interface; in manifest version 3 it gives promises as the standard one does. */
  chrome?: Browser;
}

const globals = globalThis as BrowserGlobals;

/** The WebExtensions interface of either browser: nothing has to be filled in. Absent outside a browser. */
export const browser = (globals.browser ?? globals.chrome) as Browser;
