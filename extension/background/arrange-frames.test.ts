import { describe, expect, test } from 'vitest';
import { describeLabelled } from '#extension/detect/describe-labelled.ts';
import type { FrameSlot } from '#extension/messages/field-words.ts';
import { arrangeFrames, findSurroundings, type HeardFrame } from './arrange-frames.ts';

const PAY = 'https://pay.example';

function makeFrame(frameId: number, more: Partial<HeardFrame['described']> = {}): HeardFrame {
  const described = {
    place: [],
    windowName: '',
    address: '',
    language: 'en',
    fields: [],
    named: [],
    slots: [],
    ...more,
  };
  return { frameId, documentId: null, origin: frameId === 0 ? 'https://shop.example' : PAY, described };
}

function makeSlot(index: number | null, more: Partial<FrameSlot> = {}): FrameSlot {
  return { index, order: 1, name: '', address: PAY, texts: [], visible: true, ...more };
}

const field = (key: string) => describeLabelled(key, { key });

describe('frames in their parents', () => {
  test('a window index finds the slot, however deep', () => {
    const frames = arrangeFrames([
      makeFrame(9, { place: [1, 0] }),
      makeFrame(5, { place: [1], slots: [makeSlot(0, { name: 'inner' })] }),
      makeFrame(0, { slots: [makeSlot(0, { name: 'other' }), makeSlot(1, { name: 'outer' })] }),
    ]);
    expect(frames.map(({ frameId, slot, seen }) => [frameId, slot?.name, seen])).toEqual([
      [0, undefined, true],
      [5, 'outer', true],
      [9, 'inner', true],
    ]);
  });

  test('below a shadow root a name tells it, or an origin where only one frame has it', () => {
    const slots = [makeSlot(null, { name: 'card' }), makeSlot(null, { address: 'https://ads.example/x' })];
    const frames = arrangeFrames([
      makeFrame(0, { slots }),
      makeFrame(1, { place: null, windowName: 'card' }),
      { ...makeFrame(2, { place: null }), origin: 'https://ads.example' },
    ]);
    expect(frames.map(({ slot }) => slot)).toEqual([null, ...slots]);
  });

  test('of two frames that could be meant none is', () => {
    const slots = [makeSlot(null), makeSlot(null)];
    const [, frame] = arrangeFrames([makeFrame(0, { slots }), makeFrame(1, { place: null })]);
    expect(frame).toMatchObject({ slot: null, seen: false });
  });

  test('a frame inside a hidden one is not seen', () => {
    const frames = arrangeFrames([
      makeFrame(0, { slots: [makeSlot(0, { visible: false })] }),
      makeFrame(1, { place: [0], slots: [makeSlot(0)] }),
      makeFrame(2, { place: [0, 0] }),
    ]);
    expect(frames.map(({ seen }) => seen)).toEqual([true, false, false]);
  });
});

describe('what stands around a frame', () => {
  const heard = [
    makeFrame(0, {
      fields: [field('a'), field('b')],
      slots: [makeSlot(0), makeSlot(1, { name: 'second' }), makeSlot(2, { visible: false })],
    }),
    makeFrame(1, { place: [0], fields: [field('c')] }),
    makeFrame(2, { place: [1], fields: [field('d')] }),
    makeFrame(3, { place: [2], fields: [field('e')] }),
  ];
  const frames = arrangeFrames(heard);
  const find = (frameId: number) => {
    const frame = frames.find(one => one.frameId === frameId);
    return frame ? findSurroundings(frame, frames) : null;
  };
  const list = (frameId: number) =>
    find(frameId)?.sequence.map(one => (typeof one === 'string' ? one : [one.key]));

  test('the page has the fields of its frames between its own', () => {
    expect(list(0)).toEqual(['a', ['c'], ['d'], 'b']);
  });

  test('a frame has those beside it and the words of its parent, and nothing of a hidden one', () => {
    expect(list(2)).toEqual([['c'], 'd']);
    expect(find(2)?.name).toBe('second');
    expect(find(3)).toBeNull();
  });

  test('a page without frames has nothing around it', () => {
    const [alone] = arrangeFrames([makeFrame(0, { fields: [field('a')] })]);
    expect(alone && findSurroundings(alone, [alone])).toBeNull();
  });
});
