import { defineConfig } from 'wxt';
import { buildManifest } from './extension/manifest.ts';

export default defineConfig({
  srcDir: 'extension',
  publicDir: 'extension/public',
  imports: false,
  manifestVersion: 3,
  manifest: ({ browser }) => buildManifest(browser, process.env.WAYVEIL_SERVER_ORIGIN),
});
