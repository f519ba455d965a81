import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { findMisses, readDeclaredMisses } from '#tests/forms/declared-misses.ts';
import { findFormsFolder } from '#tests/forms/forms-folder.ts';

const LONGEST_RUN_MS = 300_000;
const folder = findFormsFolder();

test('detection misses on real pages exactly what is declared (npm run forms -- --declare)', async () => {
  test.skip(!existsSync(join(folder, 'index.json')), `${folder} is not here`);
  test.setTimeout(LONGEST_RUN_MS);
  expect(await findMisses(folder)).toEqual(readDeclaredMisses());
});
