import { spawnSync } from 'node:child_process';

/** One program of a run: `name` is what the summary calls it. */
export interface Step {
  name: string;
  command: string;
  arguments: string[];
}

/** Runs `step` with its output shown; true when it ended well. The tools of the project come first on PATH. */
export function runStep(step: Step): boolean {
  console.log(`\n── ${step.name} ${'─'.repeat(Math.max(0, 68 - step.name.length))}`);
  const { status, error } = spawnSync(step.command, step.arguments, {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (error) console.error(`${step.command}: ${error.message}`);
  return status === 0;
}
