import { describe, expect, test } from 'vitest';
import { BUILT_EXTENSION_ORIGINS } from '#server/settings/extension-origins.ts';
import { buildManifest, listExtensionOrigins, readServerOrigin } from './manifest.ts';

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
