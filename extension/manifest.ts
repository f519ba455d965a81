import { createHash } from 'node:crypto';

/** The public half of a key pair whose private half was thrown away: it only keeps Chrome's id of the extension stable. */
export const CHROME_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAyrclJRwsbSZQYHqGPFWRcNRFstNxHEGBBii8S3Htozrn8g8ybFTTIxk/+ufJZYWRuyboYSzXEq6uENVJbIV0JCuOALkGlvkIg5lkOqE0sSvAOdYiP6pc8//bDTgjqKIlhkDxTraS42rpljsVDiQ1dFaoXsTmrKUruKCGklW87iNu7g6DY8Q6v2h7pEaYx/u/FhtzYQZ4XHN7Lgf+I523G7e/jvcVe4xpohIdwpPs3Yy20atXXEAQ1YKRJ4iKb7krSWHKk4XXa5hCtw8c0+4hhX/zaKOkvkn2aEWP9630M4UAArdAqqfdCw8Yq34npa//pbF9RG5d2FQCOOVDthbq2QIDAQAB';

export const GECKO_ID = 'extension@wayveil.example';

const DEVELOPMENT_SERVER_ORIGIN = 'http://wallet.localhost:8477';

const ALL_SITES = ['http://*/*', 'https://*/*'];

type Browser = 'chrome' | 'firefox' | (string & {});

/** SHA-256 of `input`, its first 32 or 64 hexadecimal digits written in the letters a to p. */
function hashToLetters(input: Buffer | string, digits: 32 | 64): string {
  const hex = createHash('sha256').update(input).digest('hex').slice(0, digits);
  return Array.from(hex, digit => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

/** Chrome's id of an extension whose manifest carries `key` (base64 of a SubjectPublicKeyInfo). */
export function computeChromeId(key: string): string {
  return hashToLetters(Buffer.from(key, 'base64'), 32);
}

/** The origin that Firefox writes into clientData of a ceremony on a page of the extension `geckoId`. */
export function computeFirefoxOrigin(geckoId: string): string {
  return `moz-extension://${hashToLetters(geckoId, 64)}`;
}

/** The exact origins that the wallet server pins for passkeys of this extension, Chrome's and Firefox's. */
export function listExtensionOrigins(): [string, string] {
  return [`chrome-extension://${computeChromeId(CHROME_KEY)}`, computeFirefoxOrigin(GECKO_ID)];
}

/** The wallet server's origin that a build is for; throws where the text is no http(s) origin. */
export function readServerOrigin(text: string | undefined): string {
  const url = new URL(text ?? DEVELOPMENT_SERVER_ORIGIN);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new Error('WAYVEIL_SERVER_ORIGIN is an http or https origin');
  }
  return url.origin;
}

/** Host permissions know no ports: one host, one scheme. */
function toHostPattern(serverOrigin: string): string {
  const { protocol, hostname } = new URL(serverOrigin);
  return `${protocol}//${hostname}/*`;
}

/** The manifest's own part; WXT adds entrypoints and version. Why each permission is there: PRIVACY.md. */
export function buildManifest(browser: Browser, serverOriginText: string | undefined) {
  const serverOrigin = readServerOrigin(serverOriginText);
  const pattern = toHostPattern(serverOrigin);
  // A development build learns the port at run time, from its config.json.
  const connect = serverOriginText === undefined ? pattern.replace('/*', ':*') : serverOrigin;
  return {
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    permissions: ['storage', 'alarms', 'notifications', 'contextMenus', 'activeTab', 'scripting'],
    // Chromium lets an extension claim an RP ID that it holds the https permission of, whatever scheme is served.
    // All sites, as for the content script: Chromium asks for them anew where a script is put into a frame later.
    host_permissions: [...new Set([pattern, pattern.replace('http:', 'https:')]), ...ALL_SITES],
    content_security_policy: {
      extension_pages: `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self' ${connect}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    },
    icons: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 128: 'icon/128.png' },
    // Listed here and not by WXT, whose wrapper of content scripts speaks to the page, with our id in it.
    content_scripts: [
      {
        ...{ matches: ALL_SITES, js: ['page.js'], run_at: 'document_idle' as const },
        ...{ all_frames: true, match_about_blank: true, match_origin_as_fallback: true },
      },
    ],
    action: { default_title: '__MSG_name__' },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+K' } },
      'fill-here': { suggested_key: { default: 'Alt+Shift+J' }, description: '__MSG_fill_here__' },
    },
    ...(browser === 'firefox' ? buildGecko() : { key: CHROME_KEY, minimum_chrome_version: '133' }),
  };
}

function buildGecko() {
  const gecko = {
    id: GECKO_ID,
    strict_min_version: '142.0',
    data_collection_permissions: {
      required: ['personallyIdentifyingInfo', 'financialAndPaymentInfo', 'authenticationInfo'],
    },
  };
  return { browser_specific_settings: { gecko } };
}
