import { modelStages, type StageSubject } from './stage-model.ts';
import type { Text } from './text.ts';

const MARKS = { done: '●', current: '◉', ahead: '○', skipped: '·' } as const;

/** The stage line for plain text (mail, print, a screen reader): one stop a line, the branch indented under it. */
export function printStages(subject: StageSubject, text: Text, nowMs: number): string {
  const { stops, branch } = modelStages(subject);
  const lines = stops.flatMap((stop, index) => {
    const date = stop.reachedAtMs === null ? '' : `  ${text.day(stop.reachedAtMs, nowMs)}`;
    const line = `${MARKS[stop.status]} ${text.t(`state.${stop.stage}`)}${date}`;
    if (branch?.from !== index) return [line];
    const off = branch.atMs === null ? '' : `  ${text.day(branch.atMs, nowMs)}`;
    return [line, `└ ${text.t(`state.${branch.state}`)}${off}`];
  });
  return lines.join('\n');
}
