import { browser } from '#extension/messages/browser.ts';
import type { FramePlace } from '#extension/messages/send.ts';
import type { FrameSender } from '#extension/messages/sender.ts';
import { readSiteAccess } from './site-access.ts';

const LOOKOUT = '/page.js';
/** In this order: what detects reads the words that came before it. */
const DETECTION = ['/lexicon.js', '/detect.js'];
/** Both ask what a form is for, which the script before them judges. */
const MARKER = ['/purpose.js', '/marker.js'];
const FILL = ['/purpose.js', '/fill.js'];
const CARD = '/card.js';

/** Puts detection into the very document that called for it; says whether the browser did. */
export function startDetection(sender: FrameSender): Promise<boolean> {
  return run(toTarget(sender), DETECTION);
}

/** Puts what draws the marker into the document that called for it; says whether the browser did. */
export function startMarker(sender: FrameSender): Promise<boolean> {
  return run(toTarget(sender), MARKER);
}

/** Puts what watches for a typed card number into the document that asks for a card; it starts there once. */
export function startCardWatch(sender: FrameSender): Promise<boolean> {
  return run(toTarget(sender), [CARD]);
}

/**
 * Puts what previews and fills into the very document that detection told of, behind detection; a script that is
 * there already starts no second time.
 */
export async function startFill(place: FramePlace): Promise<void> {
  await Promise.race([run(toTarget(place), FILL), runOut()]);
}

/**
 * Frames of sites that the browser withholds keep an injection waiting until they are allowed. Where none is withheld
 * a slow one is worth waiting for: what is not heard is missing in the preview.
 */
const PATIENCE_MS = { on_click: 300, all: 3_000 } as const;

/**
 * Puts detection into the top frame of a tab and then into all others, those without a control too: a frame may stand
 * between two that have some. A script that is there already starts no second time. Says whether the top one took it.
 */
export async function startEverywhere(tabId: number): Promise<boolean> {
  const files = [LOOKOUT, ...DETECTION];
  if (!(await run({ tabId, frameIds: [0] }, files))) return false;
  await Promise.race([run({ tabId, allFrames: true }, files), runOut()]);
  return true;
}

async function runOut(): Promise<void> {
  const patienceMs = PATIENCE_MS[await readSiteAccess()];
  await new Promise(resolve => setTimeout(resolve, patienceMs));
}

type Target = Parameters<typeof browser.scripting.executeScript>[0]['target'];

function toTarget({ tabId, frameId, documentId }: FramePlace): Target {
  return documentId === null ? { tabId, frameIds: [frameId] } : { tabId, documentIds: [documentId] };
}

// At once: a frame that never finishes loading would hold up all others.
function run(target: Target, files: string[]): Promise<boolean> {
  const ran = browser.scripting.executeScript({ target, files, injectImmediately: true });
  return ran.then(
    () => true,
    () => false,
  );
}
