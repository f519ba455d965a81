import { createInterface } from 'node:readline';
import { openStorage } from '../open-storage.ts';
import { FolderInUseError } from './folder-lock.ts';

/** A server process for the supervisor's tests: says how its start went, counts what was acknowledged, obeys `fill`. */
async function run(dataDirectory: string): Promise<void> {
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const storage = await openStorage({ dataDirectory }, { logger: quiet }).catch(fault => {
    if (!(fault instanceof FolderInUseError)) throw fault;
    say(`refused ${fault.code}`);
    return undefined;
  });
  if (storage === undefined) return;
  const sql = storage.directory;
  await sql`create table if not exists acknowledged (n int)`;
  say('ready');
  for (let n = 1; n <= 20; n += 1) await sql`insert into acknowledged values (${n})`;
  say('20');
  for await (const line of createInterface({ input: process.stdin })) {
    if (line !== 'fill') continue;
    await sql`create table filling as select n, repeat(md5(n::text), 12) as text from generate_series(1, 100000) as n`;
    say('filled');
  }
  await storage.close();
}

await run(process.argv[2] ?? '');
