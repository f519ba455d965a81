import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { predictPages } from './predict-pages.ts';

const { values } = parseArgs({
  options: {
    folder: { type: 'string' },
    out: { type: 'string', default: 'reports/predictions.json' },
    'keep-autocomplete': { type: 'boolean', default: false },
    misses: { type: 'boolean', default: false },
  },
});
const folder = resolve(values.folder ?? join(process.env.WAYVEIL_SHARED ?? '../shared', 'forms'));

if (!existsSync(join(folder, 'index.json'))) {
  console.log(`forms: skipped, ${folder} has no index.json (set WAYVEIL_SHARED or --folder)`);
} else {
  const keepAutocomplete = values['keep-autocomplete'];
  const predictions = await predictPages({ folder, keepAutocomplete });
  writeFileSync(values.out, JSON.stringify(predictions));
  console.log(
    `forms: ${Object.keys(predictions).length} pages, autocomplete ${keepAutocomplete ? 'kept' : 'removed'}`,
  );
  const scorer = join(folder, 'score.mjs');
  if (existsSync(scorer)) {
    const flags = values.misses ? ['--misses'] : [];
    const scored = spawnSync(process.execPath, [scorer, resolve(values.out), ...flags], {
      stdio: 'inherit',
      env: { ...process.env, FORMS: folder },
    });
    process.exitCode = scored.status ?? 1;
  }
}
