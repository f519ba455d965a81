import { describe, expect, test } from 'vitest';
import { identifySender } from './sender.ts';

const own = { id: 'abc', baseUrl: 'chrome-extension://abc/' };
const tab = { id: 7, url: 'https://shop.example/' };

describe('who sent a message', () => {
  test('a content script is the frame that the browser names', () => {
    const sender = {
      ...{ id: 'abc', tab, frameId: 3, documentId: 'D' },
      ...{ url: 'https://pay.example/card', origin: 'https://pay.example' },
    };
    expect(identifySender(sender, own)).toEqual({
      ...{ side: 'frame', tabId: 7, frameId: 3, origin: 'https://pay.example', documentId: 'D' },
    });
  });

  test('a blank frame has the origin that the browser gives, not its address', () => {
    const sender = { id: 'abc', tab, frameId: 3, url: 'about:blank', origin: 'https://shop.example' };
    expect(identifySender(sender, own)).toMatchObject({ side: 'frame', origin: 'https://shop.example' });
  });

  test('a sandboxed frame is of no site', () => {
    const sender = { id: 'abc', tab, frameId: 3, url: 'https://shop.example/', origin: 'null' };
    expect(identifySender(sender, own)).toMatchObject({ origin: 'null' });
  });

  test.each([
    ['/popup.html', 'popup'],
    ['/popup.html?x#y', 'popup'],
    ['/confirm.html?purchase=1', 'confirm'],
    ['/onboarding.html', 'onboarding'],
  ])('%s is the page %s', (path, door) => {
    const sender = { id: 'abc', url: `chrome-extension://abc${path}`, origin: 'chrome-extension://abc' };
    expect(identifySender(sender, own)).toEqual({ side: 'page', door });
    expect(identifySender({ ...sender, tab, frameId: 0 }, own)).toEqual({ side: 'page', door });
  });

  test.each([
    ['another extension', { id: 'xyz', url: 'chrome-extension://abc/popup.html' }],
    ['a page of ours in a frame', { id: 'abc', tab, frameId: 4, url: 'chrome-extension://abc/popup.html' }],
    ['a page of ours without a door', { id: 'abc', url: 'chrome-extension://abc/other.html' }],
    ['a name out of the prototype', { id: 'abc', url: 'chrome-extension://abc/constructor' }],
    [
      'our address with a foreign origin',
      { id: 'abc', url: 'chrome-extension://abc/popup.html', origin: 'https://shop.example' },
    ],
    [
      'a foreign address with our origin',
      { id: 'abc', tab, frameId: 0, url: 'https://shop.example/', origin: 'chrome-extension://abc' },
    ],
    ['a sender without a tab', { id: 'abc', url: 'https://shop.example/', origin: 'https://shop.example' }],
    ['an address that only begins like ours', { id: 'abc', url: 'chrome-extension://abc.evil/popup.html' }],
  ])('%s may say nothing', (_title, sender) => {
    expect(identifySender(sender, own)).toBeNull();
  });
});
