import { defineConfig } from 'wxt';
import { buildManifest } from './extension/manifest.ts';
import { minifyPageScripts, PAGE_SCRIPTS } from './extension/minify-page-scripts.ts';
import { makeConfig } from './extension/packaged-config.ts';
import { partLexicon } from './extension/part-lexicon.ts';
import { stripSinks } from './extension/strip-sinks.ts';
import { stripWrapper } from './extension/strip-wrapper.ts';

export default defineConfig({
  srcDir: 'extension',
  publicDir: 'extension/public',
  imports: false,
  manifestVersion: 3,
  manifest: ({ browser }) => buildManifest(browser, process.env.WAYVEIL_SERVER_ORIGIN),
  vite: () => ({
    plugins: [
      stripSinks(),
      stripWrapper(),
      partLexicon('/entrypoints/detect.ts', '/entrypoints/fill.ts'),
      minifyPageScripts(PAGE_SCRIPTS, { runWhole: 'detect.js' }),
    ],
  }),
  zip: { excludeSources: ['data/**', 'reports/**', '**/*.test.ts', 'tests/**'] },
  hooks: {
    // The packaged config.json names the server that the build is for.
    'build:publicAssets': (_wxt, files) => {
      const origin = process.env.WAYVEIL_SERVER_ORIGIN;
      if (origin === undefined) return;
      const contents = JSON.stringify(makeConfig(origin, process.env));
      files.push({ relativeDest: 'config.json', contents });
    },
  },
});
