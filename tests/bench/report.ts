import { availableParallelism, cpus, release, totalmem } from 'node:os';

export type Unit = 'ms' | 'us' | 'bytes' | 'per_second' | 'count';

/** One number of a run. */
export interface Row {
  /** Stays the same from run to run: `--against` finds the earlier number by section and name. */
  name: string;
  unit: Unit;
  value: number;
  /** What it is measured beside in the same run and unit: the bare floor, or the same without the extension. */
  beside?: { name: string; value: number };
}

export interface Section {
  name: string;
  rows: Row[];
  /** What went wrong or must be known to read the numbers. */
  notes: string[];
}

/** What `reports/bench.json` holds. */
export interface BenchReport {
  takenAtMs: number;
  /** How long each load lasted. */
  seconds: number;
  machine: { cpu: string; cores: number; memoryBytes: number; system: string; node: string };
  sections: Section[];
}

export function describeMachine(): BenchReport['machine'] {
  return {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    memoryBytes: totalmem(),
    system: `${process.platform} ${release()} ${process.arch}`,
    node: process.version,
  };
}

/** The section as lines of a table; `earlier` adds a column with what the number has become of it. */
export function formatSection(section: Section, earlier: BenchReport | null = null): string[] {
  const width = Math.max(...section.rows.map(({ name }) => name.length), 0);
  const lines = section.rows.map(row => {
    const known = earlier && findRow(earlier, section.name, row.name);
    const beside = row.beside ? formatBeside(row, row.beside) : '';
    const change = known ? `  ${formatRatio(row.value / known.value)} of the earlier run` : '';
    return `  ${row.name.padEnd(width)}  ${formatValue(row.value, row.unit).padStart(12)}${beside}${change}`;
  });
  return [`\n${section.name}`, ...lines, ...section.notes.map(note => `  ! ${note}`)];
}

function findRow(report: BenchReport, section: string, name: string): Row | undefined {
  return report.sections.find(known => known.name === section)?.rows.find(row => row.name === name);
}

function formatBeside({ value, unit }: Row, beside: { name: string; value: number }): string {
  const ratio = formatRatio(value / beside.value);
  return `  ${ratio} of ${beside.name} (${formatValue(beside.value, unit)})`;
}

function formatRatio(ratio: number): string {
  return Number.isFinite(ratio) ? `× ${ratio.toFixed(2)}` : '× –';
}

/** A value as people read it. */
export function formatValue(value: number, unit: Unit): string {
  if (Number.isNaN(value)) return '–';
  const grouped = (digits: number) =>
    value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  switch (unit) {
    case 'ms':
      return `${grouped(value < 1 ? 3 : value < 100 ? 1 : 0)} ms`;
    case 'us':
      return `${grouped(0)} µs`;
    case 'bytes':
      return `${(value / 1000).toLocaleString('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 })} kB`;
    case 'per_second':
      return `${grouped(value < 100 ? 1 : 0)} /s`;
    case 'count':
      return grouped(0);
  }
}
