import { browser } from '#extension/messages/browser.ts';
import { decodeBase64url, encodeBase64url } from '#shared/crypto/base64url.ts';

const ROOT_KEY = 'rootKey';

/** Where the root key is while the wallet is unlocked: in memory of the browser, gone when it closes. */
export interface UnlockedKey {
  get(): Promise<Uint8Array | null>;
  set(rootKey: Uint8Array): Promise<void>;
  clear(): Promise<void>;
}

/** `storage.session`: content scripts cannot read it, in Chrome because we say so, in Firefox always. */
export function createUnlockedKey(): UnlockedKey {
  return {
    async get() {
      const stored = (await browser.storage.session.get(ROOT_KEY))[ROOT_KEY];
      return typeof stored === 'string' ? decodeBase64url(stored) : null;
    },
    set: rootKey => browser.storage.session.set({ [ROOT_KEY]: encodeBase64url(rootKey) }),
    clear: () => browser.storage.session.remove(ROOT_KEY),
  };
}
