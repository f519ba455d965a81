import { type Browser, chromium } from 'playwright';

/** Debian's Chromium, headless, without any traffic of its own. */
export function launchChromium(): Promise<Browser> {
  const args = [
    '--disable-quic',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ];
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  return chromium.launch({ executablePath: '/usr/bin/chromium', headless: true, args });
}
