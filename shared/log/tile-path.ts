import { type Bundle, TILE_WIDTH, type Tile } from './tile.ts';

/** Where a log serves a tile, below its prefix: `tile/1/x001/x234/067.p/8` (C2SP tlog-tiles). */
export function formatTilePath({ level, ...place }: Tile): string {
  return `tile/${level}/${formatPlace(place)}`;
}

/** Where a log serves an entry bundle, below its prefix: `tile/entries/000.p/8`. */
export function formatBundlePath(bundle: Bundle): string {
  return `tile/entries/${formatPlace(bundle)}`;
}

function formatPlace({ index, width }: Bundle): string {
  const digits = String(index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g) ?? [];
  const path = groups.map((group, place) => (place < groups.length - 1 ? `x${group}` : group)).join('/');
  return width === TILE_WIDTH ? path : `${path}.p/${width}`;
}

/** What a path below `tile/` asks for, or null where no log has such a path: each tile has one spelling only. */
export function parseTilePath(path: string): Tile | (Bundle & { level: 'entries' }) | null {
  const match = /^(entries|\d{1,2})\/((?:x\d{3}\/){0,4}\d{3})(?:\.p\/(\d{1,3}))?$/.exec(path);
  if (!match) return null;
  const [, level = '', groups = '', partial] = match;
  const index = Number(groups.replaceAll(/[x/]/g, ''));
  const width = partial === undefined ? TILE_WIDTH : Number(partial);
  if (!Number.isSafeInteger(index) || width < 1) return null;
  const asked =
    level === 'entries' ? ({ level, index, width } as const) : { level: Number(level), index, width };
  const spelled = asked.level === 'entries' ? formatBundlePath(asked) : formatTilePath(asked);
  return spelled === `tile/${path}` && (asked.level === 'entries' || asked.level < 64) ? asked : null;
}
