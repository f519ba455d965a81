/** A folder, what of the repository it may import, and why. */
export interface Layer {
  folder: string;
  mayImport: string[];
  because: string;
}

const PAGE_SIDE_REASON =
  "this code runs inside a shop's page, where nothing secret may be reachable: pass what it needs through extension/messages";

/** The layer rules; the longest matching folder counts. Every layer may import itself. */
export const LAYERS: Layer[] = [
  {
    folder: 'shared',
    mayImport: [],
    because: 'shared is the language of both sides: it knows neither server nor extension',
  },
  { folder: 'extension/detect', mayImport: ['shared'], because: PAGE_SIDE_REASON },
  { folder: 'extension/fill', mayImport: ['shared', 'extension/detect'], because: PAGE_SIDE_REASON },
  { folder: 'extension/checkout', mayImport: ['shared', 'extension/detect'], because: PAGE_SIDE_REASON },
  {
    folder: 'extension/content',
    mayImport: ['shared', 'extension/detect', 'extension/fill', 'extension/checkout', 'extension/messages'],
    because: PAGE_SIDE_REASON,
  },
  {
    folder: 'extension/messages',
    mayImport: ['shared', 'extension/detect', 'extension/fill', 'extension/checkout'],
    because: 'the door between the sides knows the words of both, and the code of neither',
  },
  {
    folder: 'extension/ui',
    mayImport: ['shared', 'extension/locales'],
    because: 'the kit is used by popup, confirm window, onboarding and console: it may know none of them',
  },
  {
    folder: 'wallet-server/console',
    mayImport: ['shared', 'extension/ui', 'extension/locales'],
    because:
      'the console is a page of its own: it speaks to the server by the contract and shares only the look',
  },
  { folder: 'wallet-server', mayImport: ['shared'], because: 'the server knows neither extension nor tests' },
  {
    folder: 'extension',
    mayImport: ['shared'],
    because: 'the extension speaks to the server by the contract in shared/api only',
  },
];

/** Folders inside the extension that hold secrets: the page's side never imports them. */
export const TRUSTED_FOLDERS = [
  'keyring',
  'log',
  'wallet-client',
  'passkey',
  'background',
  'popup',
  'confirm',
  'onboarding',
  'why',
];

/** The layer that `path` belongs to. */
export function findLayer(path: string): Layer | null {
  const matching = LAYERS.filter(layer => path.startsWith(`${layer.folder}/`));
  return matching.sort((a, b) => b.folder.length - a.folder.length)[0] ?? null;
}
