import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { declareMisses } from './declared-misses.ts';
import { findFormsFolder } from './forms-folder.ts';
import { type Predictions, predictPages } from './predict-pages.ts';
import { scoreBySite } from './score-by-site.ts';

const { values } = parseArgs({
  options: {
    folder: { type: 'string' },
    out: { type: 'string', default: 'reports/predictions.json' },
    'keep-autocomplete': { type: 'boolean', default: false },
    misses: { type: 'boolean', default: false },
    'by-site': { type: 'boolean', default: false },
    declare: { type: 'boolean', default: false },
  },
});
const folder = findFormsFolder(values.folder);

if (!existsSync(join(folder, 'index.json'))) {
  console.log(`forms: skipped, ${folder} has no index.json (set WAYVEIL_SHARED or --folder)`);
} else if (values.declare) {
  console.log(`forms: ${await declareMisses(folder)} misses declared`);
} else {
  await predictAndScore(values['keep-autocomplete']);
}

async function predictAndScore(keepAutocomplete: boolean): Promise<void> {
  const predictions = await predictPages({ folder, keepAutocomplete });
  writeFileSync(values.out, JSON.stringify(predictions));
  console.log(
    `forms: ${Object.keys(predictions).length} pages, autocomplete ${keepAutocomplete ? 'kept' : 'removed'}`,
  );
  const scorer = join(folder, 'score.mjs');
  if (!existsSync(scorer)) return;
  const flags = values.misses ? ['--misses'] : [];
  const scored = spawnSync(process.execPath, [scorer, resolve(values.out), ...flags], {
    stdio: 'inherit',
    env: { ...process.env, FORMS: folder },
  });
  process.exitCode = scored.status ?? 1;
  if (values['by-site']) await printBySite(predictions);
}

async function printBySite(predictions: Predictions): Promise<void> {
  const { folds, mean, deviation } = await scoreBySite(folder, predictions);
  const parts = folds.map(({ f1 }) => f1.toFixed(3)).join(' ');
  console.log(
    `by site, in ${folds.length} parts: F1 ${parts}; mean ${mean.toFixed(3)} ± ${deviation.toFixed(3)}`,
  );
}
