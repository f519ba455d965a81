import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * Where a browser may be: its names on PATH, and the setting that names it outright. Debian's packages come with the
 * fonts that the screens need: without one for Hangul and Kana their text would be boxes.
 */
const BROWSERS = {
  chromium: {
    names: ['chromium', 'chromium-browser', 'google-chrome'],
    setting: 'WAYVEIL_CHROMIUM',
    debian: ['chromium', 'fonts-dejavu-core', 'fonts-noto-cjk'],
  },
  firefox: { names: ['firefox-esr', 'firefox'], setting: 'WAYVEIL_FIREFOX', debian: ['firefox-esr'] },
} as const;

export type BrowserName = keyof typeof BROWSERS;

/** The path of an installed browser, or null. */
export function findBrowser(browser: BrowserName): string | null {
  const { names, setting } = BROWSERS[browser];
  const named = process.env[setting];
  if (named) return isExecutable(named) ? named : null;
  const folders = (process.env.PATH ?? '').split(delimiter);
  for (const name of names) {
    const found = folders.map(folder => join(folder, name)).find(isExecutable);
    if (found) return found;
  }
  return null;
}

/**
 * The path of the browser; installs Debian's package where none is found and this process may.
 * Throws with what to do where it may not.
 */
export function ensureBrowser(browser: BrowserName): string {
  const found = findBrowser(browser);
  if (found) return found;
  const { debian, setting } = BROWSERS[browser];
  const advice = `Install ${browser} (on Debian: apt-get install ${debian.join(' ')}) or name it by ${setting}.`;
  if (process.getuid?.() !== 0) throw new Error(`No ${browser} was found. ${advice}`);
  console.log(`No ${browser} was found: installing Debian's ${debian.join(', ')} …`);
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const call of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', ...debian],
  ]) {
    const { status } = spawnSync('apt-get', call, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: environment,
    });
    if (status !== 0) throw new Error(`apt-get ${call[0]} failed. ${advice}`);
  }
  const installed = findBrowser(browser);
  if (!installed) throw new Error(`${browser} was installed but is not on PATH. ${advice}`);
  return installed;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
