/** A capability that exactly these files may use: everything else asks them. */
export interface Gate {
  capability: string;
  pattern: RegExp;
  within: string;
  files: string[];
}

export const GATES: Gate[] = [
  {
    capability: 'read process.env',
    pattern: /process\.env\b/,
    within: 'wallet-server/',
    files: ['wallet-server/settings/environment.ts', 'wallet-server/console/vite.config.ts'],
  },
  {
    capability: 'open IndexedDB',
    pattern: /\bopenDB\(|indexedDB\.open\(/,
    within: 'extension/',
    files: ['extension/keyring/database.ts'],
  },
  {
    capability: 'call the network',
    pattern: /\bfetch\(|new XMLHttpRequest|new WebSocket|sendBeacon\(/,
    within: 'extension/',
    files: ['extension/wallet-client/fetch.ts', 'extension/background/config.ts'],
  },
  {
    capability: 'ask for a passkey',
    pattern: /navigator\.credentials|@simplewebauthn\/browser/,
    within: 'extension/',
    files: ['extension/passkey/ceremony.ts'],
  },
  {
    capability: 'send runtime messages',
    pattern: /runtime\.sendMessage\(|tabs\.sendMessage\(|runtime\.connect\(/,
    within: 'extension/',
    files: ['extension/messages/send.ts'],
  },
];
