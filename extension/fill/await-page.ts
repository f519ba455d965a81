/**
 * Resolves when `isReady` holds, looking again after each change of the page, or when `deadlineMs` have passed.
 * Says which.
 */
export function awaitPage(document: Document, isReady: () => boolean, deadlineMs: number): Promise<boolean> {
  if (isReady()) return Promise.resolve(true);
  return new Promise(resolve => {
    const finish = (ready: boolean): void => {
      observer.disconnect();
      clearTimeout(deadline);
      resolve(ready);
    };
    const observer = new MutationObserver(() => {
      if (isReady()) finish(true);
    });
    const deadline = setTimeout(() => finish(isReady()), deadlineMs);
    observer.observe(document, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['disabled', 'readonly', 'hidden', 'style', 'class'],
    });
  });
}
