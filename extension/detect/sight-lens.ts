import { callOwn, readRoot } from './call-own.ts';

export type Root = Document | ShadowRoot;

/** An element, or what a style sheet draws `::before` or `::after` it, that lets the pointer through. */
export interface DeafPart {
  element: Element;
  /** Empty for the element itself. */
  pseudo: string;
}

/** The first layer's important words are stronger than any other of a style sheet. */
const RULE = '@layer{*,::before,::after{pointer-events:auto!important;interactivity:auto!important}}';
const MOST_ROOTS = 100;
/** For more the rule is quicker. */
const MOST_PARTS = 100;
const HEARING = { pointerEvents: ['auto', 'auto'] };

/**
 * Lets `deaf` parts in `roots` take the pointer until the function that it gives is called: the browser's hit test then
 * finds what covers by them. Animations do it where they can: no selector tells of them, and they cost nothing but what
 * they change. Important words are stronger, and so is a rule then, put into a sheet that the page has, where no policy
 * of the page forbids it: it has the style of the whole page worked out anew.
 */
export function openLens(roots: Iterable<Root>, deaf: readonly DeafPart[]): () => void {
  const parts = deaf.slice(0, MOST_PARTS);
  const closers = parts.map(animate);
  if (deaf.length > MOST_PARTS || deaf.some(staysDeaf))
    closers.push(...[...roots].slice(0, MOST_ROOTS).map(addRule));
  return () => {
    for (const close of closers) close();
  };
}

function animate({ element, pseudo }: DeafPart): () => void {
  try {
    const timing = { duration: 1, fill: 'both', ...(pseudo && { pseudoElement: pseudo }) } as const;
    const animation = Element.prototype.animate.call(element, HEARING, timing);
    return () => animation.cancel();
  } catch {
    // Firefox has its own mind about what a content script hands to a page's object.
    return () => undefined;
  }
}

// What a picture draws of another has no style that could be asked for.
function staysDeaf({ element, pseudo }: DeafPart): boolean {
  return element.localName === 'use' || isDeaf(getComputedStyle(element, pseudo || null));
}

/** `interactivity` is a property of Chromium's. */
export function isDeaf(style: CSSStyleDeclaration & { interactivity?: string }): boolean {
  return style.pointerEvents !== 'auto' || style.interactivity === 'inert';
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
