import { defineContentScript } from 'wxt/utils/define-content-script';
import { startContent } from '#extension/content/start.ts';

export default defineContentScript({
  matches: ['http://*/*', 'https://*/*'],
  allFrames: true,
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  runAt: 'document_idle',
  main: startContent,
});
