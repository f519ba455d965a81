import { spawnSync } from 'node:child_process';
import { gzipSync } from 'node:zlib';

/**
 * Bytes of `bytes` gzipped as well as can be. By zlib, as servers have it, or by GNU gzip where that makes more of it
 * and the machine has it: it parts what it packs into larger blocks.
 */
export function measureGzipped(bytes: Buffer): number {
  const { stdout, status } = spawnSync('gzip', ['-9', '-n', '-c'], { input: bytes });
  return Math.max(gzipSync(bytes, { level: 9 }).length, status === 0 ? stdout.length : 0);
}
