import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { predictBothWays } from './predict-pages.ts';
import { type DeclaredMisses, listMisses } from './score-pages.ts';

const FILE = join(import.meta.dirname, 'declared-misses.json');

/** What detection misses on the development pages, with their `autocomplete` attributes and without. */
export interface AllMisses {
  kept: DeclaredMisses;
  removed: DeclaredMisses;
}

export function readDeclaredMisses(): AllMisses {
  return JSON.parse(readFileSync(FILE, 'utf8'));
}

/** What detection misses now. */
export async function findMisses(folder: string): Promise<AllMisses> {
  const { kept, removed } = await predictBothWays(folder);
  return { kept: await listMisses(folder, kept), removed: await listMisses(folder, removed) };
}

/** Writes down what detection misses now; gives how many. */
export async function declareMisses(folder: string): Promise<number> {
  const misses = await findMisses(folder);
  writeFileSync(FILE, `${JSON.stringify(misses, null, 2)}\n`);
  return [misses.kept, misses.removed].flatMap(Object.values<string[]>).flat().length;
}
