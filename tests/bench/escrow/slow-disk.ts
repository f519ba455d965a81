import { spawnSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCE = `#define _GNU_SOURCE
#include <dlfcn.h>
#include <time.h>
static void wait_a_little(void) {
  struct timespec pause = { DELAY_NS / 1000000000L, DELAY_NS % 1000000000L };
  nanosleep(&pause, 0);
}
int fsync(int file) {
  static int (*real)(int);
  if (!real) real = dlsym(RTLD_NEXT, "fsync");
  wait_a_little();
  return real(file);
}
int fdatasync(int file) {
  static int (*real)(int);
  if (!real) real = dlsym(RTLD_NEXT, "fdatasync");
  wait_a_little();
  return real(file);
}
`;

/**
 * A library that makes every fsync and fdatasync of a program take `delayMs` longer, as on a disk that means it; built
 * in `folder` by the machine's C compiler, and null where there is none.
 */
export function buildSlowDisk(folder: string, delayMs: number): Record<string, string> | null {
  const source = join(folder, 'slow-disk.c');
  const library = join(folder, 'slow-disk.so');
  writeFileSync(source, SOURCE);
  const words = [
    '-shared',
    '-fPIC',
    '-O2',
    `-DDELAY_NS=${delayMs * 1_000_000}L`,
    '-o',
    library,
    source,
    '-ldl',
  ];
  const built = spawnSync('cc', words, { stdio: 'ignore' });
  if (built.status !== 0) return null;
  chmodSync(library, 0o755);
  return { LD_PRELOAD: library };
}
