import { callFrames, tellFrame } from '#extension/messages/frame-door.ts';
import {
  type ArrangedFrame,
  arrangeFrames,
  findSurroundings,
  type HeardFrame,
  lacksFrame,
} from './arrange-frames.ts';
import { listFrames } from './frames.ts';
import { startFill } from './page-scripts.ts';
import type { SessionArea } from './session-area.ts';

/**
 * Frames that load while they are called on are heard a little later; a frame of a browser's own page never is. As
 * long as more of them are heard, the next ones are waited for.
 */
const PATIENCE = { silentRounds: 3, pauseMs: 60 } as const;

/**
 * All frames of a tab with what they ask for, each read as a part of the whole: a card form of four frames is one
 * form. The top frame comes first; empty where it does not answer.
 */
export async function readTabForm(area: SessionArea, tabId: number): Promise<ArrangedFrame[]> {
  await callFrames(tabId);
  let arranged = await hearFrames(area, tabId);
  for (let silent = 0; silent < PATIENCE.silentRounds && lacksFrame(arranged); silent++) {
    await new Promise(resolve => setTimeout(resolve, PATIENCE.pauseMs));
    const heard = await hearFrames(area, tabId);
    if (heard.length > arranged.length) silent = 0;
    arranged = heard;
  }
  if (arranged[0]?.frameId !== 0) return [];
  await Promise.all(arranged.map(frame => readAgain(tabId, frame, arranged)));
  return arranged;
}

async function hearFrames(area: SessionArea, tabId: number): Promise<ArrangedFrame[]> {
  const frames = await listFrames(area, tabId);
  const heard = await Promise.all(
    frames.map(async ({ frameId, documentId, origin }): Promise<HeardFrame | null> => {
      const place = { tabId, frameId, documentId };
      await startFill(place);
      const described = await tellFrame(place, 'describe_fields', { around: null });
      return described && { frameId, documentId, origin, described };
    }),
  );
  return arrangeFrames(heard.filter(one => one !== null));
}

async function readAgain(tabId: number, frame: ArrangedFrame, frames: ArrangedFrame[]): Promise<void> {
  const around = findSurroundings(frame, frames);
  if (!around) return;
  const described = await tellFrame({ ...frame, tabId }, 'describe_fields', { around });
  if (described) frame.described = described;
}
