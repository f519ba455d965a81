import { outliveBrokenConnections } from './outlive-connections.ts';
import { openPool } from './sql.ts';

/** A process that asks a database which breaks each connection; it ends by 0 where it outlives that. */
if (process.argv[3] === 'outlives') outliveBrokenConnections();
const sql = openPool({ url: process.argv[2] ?? '' }, { connections: 1, name: 'test' });
await sql`select 1`.catch(() => undefined);
await new Promise(resolve => setImmediate(resolve));
process.exit(0);
