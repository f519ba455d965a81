/** The places of the popup. */
export type Route =
  | { place: 'page' }
  | { place: 'purchases' }
  | { place: 'purchase'; purchaseId: string }
  | { place: 'cards' }
  | { place: 'more' }
  | { place: 'mails' }
  | { place: 'disclosures' }
  | { place: 'data' }
  | { place: 'account' }
  | { place: 'log' }
  | { place: 'settings' }
  | { place: 'erase' }
  | { place: 'unite' }
  | { place: 'passkeys' };

export type Place = Route['place'];

/** The four that stand at the foot; every other place lies under one of them. */
export const FOOT_PLACES = ['page', 'purchases', 'cards', 'more'] as const;
export type FootPlace = (typeof FOOT_PLACES)[number];

/** Under which of the four a place lies. */
export function findFootPlace(place: Place): FootPlace {
  if (place === 'purchase') return 'purchases';
  const own = FOOT_PLACES.find(foot => foot === place);
  return own ?? 'more';
}
