import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';

const COMMAND = `
import { openPrint } from ${JSON.stringify(new URL('./open-print.ts', import.meta.url).href)};
const print = openPrint();
print('begun');
process.stdin.once('data', async () => {
  print('half-way');
  await new Promise(resolve => setImmediate(resolve));
  print('ended');
  process.exit(7);
});`;

test('a command whose reader has gone is carried out to its end', async () => {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', COMMAND]);
  await once(child.stdout, 'data');
  child.stdout.destroy();
  await once(child.stdout, 'close');
  child.stdin.write('go on\n');
  expect(await once(child, 'exit')).toEqual([7, null]);
});
