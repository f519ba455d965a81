import { describe, expect, test } from 'vitest';
import { BUILT_EXTENSION_ORIGINS } from '#server/settings/extension-origins.ts';
import { formatNoteKey, SIGNATURE_TYPES } from '#shared/log/note.ts';
import en from './locales/en.json' with { type: 'json' };
import ja from './locales/ja.json' with { type: 'json' };
import ko from './locales/ko.json' with { type: 'json' };
import { buildManifest, listExtensionOrigins, readServerOrigin } from './manifest.ts';
import { makeConfig } from './packaged-config.ts';

describe('the manifest', () => {
  test('asks for these permissions and no others', () => {
    expect(buildManifest('chrome', 'https://wallet.example')).toMatchObject({
      permissions: ['storage', 'alarms', 'notifications', 'contextMenus', 'activeTab', 'scripting'],
      host_permissions: ['https://wallet.example/*', 'http://*/*', 'https://*/*'],
    });
  });

  test('lets pages of ours speak to the wallet server only, and run no script but ours', () => {
    const { content_security_policy: policy } = buildManifest('firefox', 'https://wallet.example:8443');
    expect(policy.extension_pages).toContain("default-src 'none'; script-src 'self';");
    expect(policy.extension_pages).toContain("connect-src 'self' https://wallet.example:8443;");
  });

  test('gives the origins that the server pins', () => {
    expect(listExtensionOrigins()).toEqual([...BUILT_EXTENSION_ORIGINS]);
  });

  test('is for one http or https origin', () => {
    expect(readServerOrigin(undefined)).toBe('http://wallet.localhost:8477');
    expect(readServerOrigin('https://wallet.example/path')).toBe('https://wallet.example');
    expect(() => readServerOrigin('ftp://wallet.example')).toThrow(/WAYVEIL_SERVER_ORIGIN/);
  });
});

const WITNESS = formatNoteKey({
  ...{ name: 'witness.example', type: SIGNATURE_TYPES.cosignature },
  publicKey: new Uint8Array(32).fill(1),
});

test('S57: a build names the witnesses that it believes, in the words of the server', () => {
  const build = (WAYVEIL_LOG_WITNESSES: string, WAYVEIL_LOG_QUORUM: string) =>
    makeConfig('https://wallet.example/', { WAYVEIL_LOG_WITNESSES, WAYVEIL_LOG_QUORUM });
  expect(makeConfig('https://wallet.example/', {})).toEqual({ serverOrigin: 'https://wallet.example' });
  expect(build(`${WITNESS} https://witness.example/w`, '1')).toEqual({
    ...{ serverOrigin: 'https://wallet.example', witnesses: [WITNESS], quorum: 1 },
  });
  expect(() => build(WITNESS, '2')).toThrow('WAYVEIL_LOG_QUORUM');
  expect(() => build('nonsense', '1')).toThrow('WAYVEIL_LOG_WITNESSES');
});

test('no command has a shortcut that a browser keeps for itself, and texts name no other', () => {
  const { commands } = buildManifest('chrome', 'https://wallet.example');
  const shortcuts = Object.values(commands).map(({ suggested_key }) => suggested_key.default);
  // No error says so: Chromium has groups of tabs, dialogs and toolbars on the first, Firefox opens its menus by the others.
  for (const letter of 'ABCNPRTWXZ' + 'BEFHSTV') expect(shortcuts).not.toContain(`Alt+Shift+${letter}`);
  for (const texts of [en, ko, ja]) {
    const named = Object.values(texts).flatMap(text => text.match(/Alt\+Shift\+./g) ?? []);
    expect([...new Set(named)].sort()).toEqual([...shortcuts].sort());
  }
});
