/** Our own drawings on a 16 by 16 field, one stroke; a word stands beside each, so they are hidden from readers. */
const PATHS = {
  page: 'M3 2h7l3 3v9H3zM10 2v3h3M5.5 8h5M5.5 11h5',
  parcel: 'M2 5l6-3 6 3v6l-6 3-6-3zM2 5l6 3 6-3M8 8v6',
  card: 'M2 4h12v8.5H2zM2 7h12M4.5 10h3',
  more: 'M2.5 4h11M2.5 8h11M2.5 12h11',
  lock: 'M4 7h8v7H4zM5.5 7V5a2.5 2.5 0 0 1 5 0v2',
  key: 'M10.500 1.800a3.700 3.700 0 1 1 0 7.400 3.700 3.700 0 0 1 0-7.400zM7.900 8.100L2 14M4.200 11.800l2 2',
  mail: 'M2 3.500h12v9H2zM2 4.500l6 4.500 6-4.500',
  eye: 'M1.500 8S4 3.500 8 3.500 14.500 8 14.500 8 12 12.500 8 12.500 1.500 8 1.500 8zM8 6a2 2 0 1 1 0 4 2 2 0 0 1 0-4z',
  account: 'M3 13.500h10M4 11V7M8 11V7M12 11V7M2 5.500l6-3.500 6 3.500z',
  settings: 'M2 4.500h7M12 4.500h2M10.500 3v3M2 11.500h2M7 11.500h7M5.500 10v3',
  check: 'M3 8.500l3.500 3.500L13 4.500',
  cross: 'M4 4l8 8M12 4l-8 8',
  clock: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zM8 4.500V8l2.500 1.500',
  warning: 'M8 2l6.500 11.500h-13zM8 6.500v3M8 11.600v.1',
  info: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zM8 7.500V11M8 5v.1',
  back: 'M10 3L5 8l5 5',
  forward: 'M6 3l5 5-5 5',
  truck:
    'M1.500 4h8v7h-8zM9.500 6.500h3l2 2.500v2h-5M4 11a1.400 1.400 0 1 0 .1 0M12 11a1.400 1.400 0 1 0 .1 0',
  return: 'M6 3L2.500 6.500 6 10M2.500 6.500H10a3.500 3.500 0 0 1 0 7H6',
  scales: 'M8 2v12M4.500 14h7M3 4.500h10M3 4.500L1.500 9h3zM13 4.500L11.500 9h3z',
  offline:
    'M2 2l12 12M3 8a7 7 0 0 1 3-1.800M9.500 6a7 7 0 0 1 3.500 2M5.500 10.500a3.500 3.500 0 0 1 5 0M8 13v.1',
  copy: 'M5.500 5.500h8v8h-8zM10.500 5.500v-3h-8v8h3',
  bell: 'M4 11V7a4 4 0 0 1 8 0v4l1 1.500H3zM7 14h2',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
