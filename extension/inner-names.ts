/**
 * What only scripts that are put into pages call so, among each other and nobody else: properties that neither a
 * browser nor a message nor a table of data has (`tests/architecture/inner-names.test.ts` looks them up there). They
 * ship under the names of `SHORT_NAMES`, the same in every such script, since they hand each other what they know.
 */
export const INNER_NAMES: readonly string[] = [
  ...['field', 'score', 'best', 'candidates', 'hides', 'clips', 'searches', 'prune', 'inside', 'roots'],
  ...['counts', 'classified', 'giftCards', 'prose', 'allowed', 'called', 'countsAlone', 'above', 'street'],
  ...['meanings', 'lists', 'touch', 'classify', 'look', 'asked', 'slotBits', 'slotCount', 'known'],
  ...['saysMail', 'saysLoginAlone', 'saysName', 'labelsOf', 'telephones', 'usernames'],
  ...['listNames', 'meaning', 'shades', 'headings', 'keyOf', 'collected', 'hasLate', 'findLate'],
  ...['listBeside', 'listControls', 'openShadowRoot', 'surround', 'isForeign', 'owner', 'relieve'],
  ...['findFocused', 'hasTouched', 'lookAway'],
];

/** Letters that these scripts have most of anyway; none that another property there is called by. */
const LETTERS = 'etnrolisacufhdmpgkbvwSLEATjzCNWOHqRIBDPFZXKVYUGJQ$_';

/** The name that each of `INNER_NAMES` ships under. */
export const SHORT_NAMES: ReadonlyMap<string, string> = new Map(
  INNER_NAMES.map((name, at) => [name, LETTERS[at] ?? `e${LETTERS[at - LETTERS.length]}`]),
);
