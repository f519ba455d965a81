import { browser } from '../messages/browser.ts';

/** The browser's leave to use the wallet server's host, and with it the RP ID of the owner's passkey. */
export interface ServerAccess {
  /** The wallet server's host, as the browser names it when it asks. */
  host: string;
  isHeld: () => Promise<boolean>;
  /**
   * Asks the browser, which asks its owner where the host is withheld and is silent where it is not. Must be the first
   * call after a press: Firefox knows a gesture only until the first pause.
   */
  ask: () => Promise<boolean>;
}

/** Sites where fields are looked for: none of them is needed here. */
const ANY_HOST = /\/\/\*\//;

/** "On click" in Chromium and a permission taken back in Firefox withhold the one host that a build names, too. */
export function openServerAccess(): ServerAccess {
  const { host_permissions: patterns = [] } = browser.runtime.getManifest();
  const origins = patterns.filter(one => !ANY_HOST.test(one));
  const isHeld = () => browser.permissions.contains({ origins });
  const [pattern = ''] = origins;
  return { host: pattern.split('/')[2] ?? '', isHeld, ask: () => askForAccess(origins, isHeld) };
}

/** Leave given in the browser's settings meanwhile counts as well as a yes to its question. */
async function askForAccess(origins: string[], isHeld: () => Promise<boolean>): Promise<boolean> {
  const given = Promise.withResolvers<boolean>();
  const look = async () => {
    if (await isHeld()) given.resolve(true);
  };
  browser.permissions.onAdded.addListener(look);
  const asked = browser.permissions.request({ origins }).catch(isHeld);
  try {
    return await Promise.race([asked, given.promise]);
  } finally {
    browser.permissions.onAdded.removeListener(look);
  }
}
