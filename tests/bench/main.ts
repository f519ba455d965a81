import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { measureBusyPages } from './measure-busy-pages.ts';
import { measureDetection } from './measure-detection.ts';
import { measureEngine } from './measure-engine.ts';
import { measureEscrow } from './measure-escrow.ts';
import { measureFill } from './measure-fill.ts';
import { measureGrowth } from './measure-growth.ts';
import { measureLog } from './measure-log.ts';
import { measureNumbers } from './measure-numbers.ts';
import { measurePages } from './measure-pages.ts';
import { measurePopup } from './measure-popup.ts';
import { measureProcesses } from './measure-processes.ts';
import { measureSizes } from './measure-sizes.ts';
import { measureStart } from './measure-start.ts';
import { measureVault } from './measure-vault.ts';
import { type BenchReport, describeMachine, formatSection, type Section } from './report.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '6' },
    only: { type: 'string', multiple: true },
    against: { type: 'string' },
    sizes: { type: 'string', default: '10000,100000' },
    out: { type: 'string', default: 'reports/bench.json' },
    purchases: { type: 'string', multiple: true, default: ['1000000'] },
  },
});
const seconds = Math.min(120, Math.max(1, Number(values.seconds) || 6));

/** How many people or leaves there are, smallest first; `--sizes 10000,1000000,10000000` takes long. */
const sizes = values.sizes
  .split(',')
  .map(Number)
  .filter(size => size > 0);

const MEASUREMENTS: Record<string, () => Section | Promise<Section>> = {
  start: measureStart,
  escrow: () => measureEscrow(seconds),
  vault: () => measureVault(Math.min(seconds, 4)),
  engine: () => measureEngine(seconds),
  processes: () => measureProcesses(seconds),
  growth: () => measureGrowth(seconds, values.purchases.map(Number)),
  numbers: () => measureNumbers(sizes),
  log: () => measureLog(sizes),
  popup: measurePopup,
  size: measureSizes,
  page: measurePages,
  detect: measureDetection,
  busy: measureBusyPages,
  fill: measureFill,
};

/** What measures built files. */
const BUILT: ReadonlySet<string> = new Set(['start', 'popup', 'size', 'page', 'detect', 'busy']);

async function main(): Promise<void> {
  const earlier = values.against ? (JSON.parse(readFileSync(values.against, 'utf8')) as BenchReport) : null;
  const chosen = values.only ?? Object.keys(MEASUREMENTS);
  const unknown = chosen.filter(name => !(name in MEASUREMENTS));
  if (unknown.length > 0) throw new Error(`--only takes ${Object.keys(MEASUREMENTS).join(', ')}`);
  if (chosen.some(name => BUILT.has(name))) build();
  const report: BenchReport = { takenAtMs: Date.now(), seconds, machine: describeMachine(), sections: [] };
  const { cpu, cores, system, node } = report.machine;
  console.log(`${cores} cores of ${cpu}, ${system}, node ${node}; each load lasts ${seconds} s`);
  for (const name of chosen) {
    const section = await MEASUREMENTS[name]?.();
    if (!section) continue;
    report.sections.push(section);
    for (const line of formatSection(section, earlier)) console.log(line);
  }
  mkdirSync(dirname(values.out), { recursive: true });
  writeFileSync(values.out, `${JSON.stringify(report, null, 2)}\n`);
  console.log(`\nwritten to ${values.out}`);
}

/** Measures what the sources are now, not what was built some time ago. */
function build(): void {
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error('the build failed: npm run build');
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
await main();
