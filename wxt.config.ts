import { defineConfig } from 'wxt';
import { buildManifest } from './extension/manifest.ts';

export default defineConfig({
  srcDir: 'extension',
  imports: false,
  manifestVersion: 3,
  manifest: ({ browser }) => buildManifest(browser, process.env.WAYVEIL_SERVER_ORIGIN),
});
