import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The screens over made-up answers, to be looked at and to be checked for accessibility. Never shipped. */
export default defineConfig({
  root: here('.'),
  base: './',
  resolve: {
    alias: [
      { find: /^#shared\//, replacement: here('../../shared/') },
      { find: /^#extension\//, replacement: here('../../extension/') },
      { find: /^#server\//, replacement: here('../../wallet-server/') },
    ],
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: { outDir: here('dist'), emptyOutDir: true },
});
