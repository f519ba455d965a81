import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { copyForm } from '#extension/content/copy-form.ts';
import { browser } from '#extension/messages/browser.ts';

/** Run in a page at its owner's wish; what it gives is the result of the injection. */
export default defineUnlistedScript(() => {
  const { dom } = browser as typeof browser & {
    dom?: { openOrClosedShadowRoot(host: HTMLElement): ShadowRoot | null };
  };
  return copyForm(document, host => dom?.openOrClosedShadowRoot(host) ?? null);
});
