import { expect, test } from 'vitest';
import { readMemory, sizeSettings } from './size-settings.ts';
import { startCluster } from './start-cluster.ts';
import { makeFolder, open, QUIET } from './supervisor.fixture.ts';

const GB = 2 ** 30;

test('PostgreSQL gets a quarter of the memory, and never so much that a start takes long', () => {
  const shared = (memoryBytes: number) => sizeSettings(memoryBytes).shared_buffers;
  expect([GB / 16, GB, 8 * GB, 64 * GB].map(shared)).toEqual(['32MB', '256MB', '2048MB', '2048MB']);
});

test('nothing that is sized by memory touches what a commit promises', () => {
  const names = Object.keys(sizeSettings(readMemory()));
  const promising = /fsync|commit|full_page|wal_sync|wal_level|checksum|zero_damaged/;
  expect(names.filter(name => promising.test(name))).toEqual([]);
});

test('the embedded server runs with what the memory of the machine allows', async () => {
  const dataDirectory = await makeFolder();
  const { directory } = await open({ dataDirectory, memoryBytes: GB });
  const [row] = await directory`
    select current_setting('shared_buffers') as shared, current_setting('max_wal_size') as wal,
      current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
      current_setting('full_page_writes') as pages`;
  expect(row).toEqual({ shared: '256MB', wal: '1GB', fsync: 'on', commit: 'on', pages: 'on' });
});

test('where the machine does not give that memory, the server starts without it and says so', async () => {
  const dataDirectory = await makeFolder();
  const warnings: string[] = [];
  const logger = { ...QUIET, warn: (message: string) => void warnings.push(message) };
  const cluster = await startCluster(
    // No start succeeds with it, as with memory that is not there.
    { dataDirectory, adminPassword: async () => 'ab'.repeat(16), sizedSettings: { shared_buffers: 'none' } },
    logger,
  );
  await cluster.stop();
  expect(warnings).toEqual(['PostgreSQL does not start with what was sized for this machine']);
});
