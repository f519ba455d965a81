import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Row, Section } from './report.ts';

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
  return { name: 'Size of each bundle', rows, notes };
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
  const zipped = TEXTS.has(extname(path)) ? gzipSync(bytes, { level: 9 }).length : bytes.length;
  return { path: path.slice(folder.length + 1), raw: bytes.length, zipped };
}

/** Without the hash of the contents, so that a file keeps its name over builds. */
function nameFile(path: string): string {
  return path.replace(/-[\w-]{8}(?=\.\w+$)/, '');
}
