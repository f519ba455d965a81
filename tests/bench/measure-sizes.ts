import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { measureGzipped } from './measure-gzipped.ts';
import type { Row, Section } from './report.ts';

/** All that a checkout loads before its owner opens a preview. */
export const DETECTING_SCRIPTS: readonly string[] = ['page.js', 'lexicon.js', 'detect.js'];
/** What is put into pages, in the order in which a page gets it. */
const PAGE_SCRIPTS = [...DETECTING_SCRIPTS, 'purpose.js', 'fill.js', 'marker.js', 'card.js', 'copy-form.js'];
const DETECTING = DETECTING_SCRIPTS.length;

const BUNDLES = [
  { name: 'extension for chrome', folder: '.output/chrome-mv3' },
  { name: 'extension for firefox', folder: '.output/firefox-mv3' },
  { name: 'console', folder: 'wallet-server/console/dist' },
];
/** What a browser compiles; pictures are compressed already. */
const TEXTS = new Set(['.js', '.css', '.html', '.json', '.svg']);

/** Each built program raw and gzipped, whole and by its larger files. */
export function measureSizes(): Section {
  const rows: Row[] = [];
  const notes: string[] = [];
  for (const { name, folder } of BUNDLES) {
    if (existsSync(folder)) rows.push(...measureFolder(name, folder));
    else notes.push(`${name}: ${folder} was not built`);
  }
  return { name: 'Size of each bundle', rows: [...rows, ...measurePageScripts()], notes };
}

/** What a page may get of ours, script by script, and what a checkout takes before and after its owner's wish to fill. */
function measurePageScripts(): Row[] {
  const folder = BUNDLES[0]?.folder ?? '';
  const scripts = PAGE_SCRIPTS.filter(name => existsSync(join(folder, name))).map(name =>
    measureFile(folder, join(folder, name)),
  );
  const addUp = (count: number): Row => {
    const loaded = scripts.slice(0, count);
    const sum = (size: 'raw' | 'zipped') => loaded.reduce((total, file) => total + file[size], 0);
    return toRow(`in a page: ${loaded.map(({ path }) => path).join(' and ')}`, sum('raw'), sum('zipped'));
  };
  return [
    ...scripts.map(({ path, raw, zipped }, at) =>
      toRow(`in a page${at < DETECTING ? '' : ', on need'}: ${path}`, raw, zipped),
    ),
    addUp(DETECTING),
    addUp(DETECTING + 1),
  ];
}

interface FileSize {
  path: string;
  raw: number;
  zipped: number;
}

function measureFolder(name: string, folder: string): Row[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => measureFile(folder, join(entry.parentPath, entry.name)));
  const sum = (size: 'raw' | 'zipped') => files.reduce((total, file) => total + file[size], 0);
  const scripts = files.filter(({ path }) => extname(path) === '.js');
  const largest = scripts.toSorted((one, other) => other.raw - one.raw).slice(0, 5);
  return [
    toRow(name, sum('raw'), sum('zipped')),
    ...largest.map(({ path, raw, zipped }) => toRow(`${name}: ${nameFile(path)}`, raw, zipped)),
  ];
}

function toRow(name: string, raw: number, zipped: number): Row {
  return { name: `${name}, gzipped`, unit: 'bytes', value: zipped, beside: { name: 'raw', value: raw } };
}

function measureFile(folder: string, path: string): FileSize {
  const bytes = readFileSync(path);
  const zipped = TEXTS.has(extname(path)) ? measureGzipped(bytes) : bytes.length;
  return { path: path.slice(folder.length + 1), raw: bytes.length, zipped };
}

/** Without the hash of the contents, so that a file keeps its name over builds. */
function nameFile(path: string): string {
  return path.replace(/-[\w-]{8}(?=\.\w+$)/, '');
}
