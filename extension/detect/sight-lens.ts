import { callOwn, readRoot } from './call-own.ts';

export type Root = Document | ShadowRoot;

/** The first layer's important words are stronger than any other of a style sheet. */
const RULE = '@layer{*,::before,::after{pointer-events:auto!important;interactivity:auto!important}}';
const MOST_ROOTS = 100;

/**
 * Lets everything in `roots` take the pointer, pseudo-elements too, until the function that it gives is called: the
 * browser's hit test then finds covers that let it through. The rule is put into a sheet that the page has, where no
 * selector of the page can tell that it is there, and no policy of the page forbids it.
 */
export function openLens(roots: Iterable<Root>): () => void {
  const closers = [...roots].slice(0, MOST_ROOTS).map(addRule);
  return () => {
    for (const close of closers) close();
  };
}

function addRule(root: Root): () => void {
  for (const sheet of readRoot(root, 'styleSheets')) {
    if (!isInForce(sheet)) continue;
    try {
      sheet.insertRule(RULE);
      return () => sheet.deleteRule(0);
    } catch {
      // A sheet of another site, or one that begins with an import.
    }
  }
  const style = callOwn(document, 'createElement', 'style');
  style.textContent = RULE;
  (root instanceof Document ? readRoot(root, 'head') : root).prepend(style);
  return () => style.remove();
}

function isInForce({ disabled, media }: CSSStyleSheet): boolean {
  return !disabled && (media.length === 0 || matchMedia(media.mediaText).matches);
}
