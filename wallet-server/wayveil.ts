import { parseArgs } from 'node:util';
import { makeLogger } from './app/make-logger.ts';
import { JournalError } from './erasures/erasure-journal.ts';
import { backUp, writeErasures } from './operators/back-up.ts';
import { runDoctor } from './operators/doctor.ts';
import { openPrint } from './operators/open-print.ts';
import { findUnknown, type WrittenCommand } from './operators/read-arguments.ts';
import { type AskedJournals, eraseFromJournals, restore } from './operators/restore.ts';
import { readEnvironment, SettingsError } from './settings/environment.ts';
import { NoDataError } from './storage/attach-storage.ts';
import { BackupError } from './storage/backup/manifest.ts';
import { FolderInUseError } from './storage/supervisor/folder-lock.ts';
import { runKeyCommand } from './vault/key-commands.ts';

const print = openPrint();

/** A command was not written right; the message says how. */
class UsageError extends Error {}

interface Command extends WrittenCommand {
  /** Returns whether all is well. */
  run: (args: string[]) => Promise<boolean>;
}

const TO = { to: { type: 'string' } } as const;
const JOURNALS = {
  erasures: { type: 'string', multiple: true },
  'without-erasures': { type: 'boolean' },
} as const;

const COMMANDS: Record<string, Command> = {
  doctor: {
    usage: 'doctor',
    options: {},
    summary: 'looks over books, queues, vault and log, and says what is wrong',
    run: () => runDoctor(readEnvironment(), { log: makeLogger('error'), print }),
  },
  backup: {
    usage: 'backup -- --to FOLDER',
    options: TO,
    summary: 'writes every row into a new folder while the server goes on',
    run: async args => {
      await backUp(readEnvironment(), readFolder(args, 'to'), { log: makeLogger('error'), print });
      return true;
    },
  },
  restore: {
    usage: 'restore -- --from FOLDER [--erasures FILE]',
    options: { from: { type: 'string' }, ...JOURNALS },
    summary:
      'puts a backup into an empty data folder or empty databases, and erases again what was erased since',
    run: async args => {
      const asked = { from: readFolder(args, 'from'), journals: readJournals(args) };
      await restore(readEnvironment(), asked, { log: makeLogger('error'), print });
      return true;
    },
  },
  'erase-again': {
    usage: 'erase-again -- --erasures FILE',
    options: JOURNALS,
    summary: 'erases what a journal says: ends a restore that was interrupted',
    run: async args => {
      await eraseFromJournals(readEnvironment(), readJournals(args), { log: makeLogger('error'), print });
      return true;
    },
  },
  erasures: {
    usage: 'erasures -- --to FILE',
    options: TO,
    summary: 'writes the journal of erasures, to be kept where no backup lies',
    run: async args => {
      await writeErasures(readEnvironment(), readFolder(args, 'to'), { log: makeLogger('error'), print });
      return true;
    },
  },
  'rotate-keys': {
    usage: 'rotate-keys',
    options: {},
    summary:
      'gives the vault and its stores new keys and seals all rows under them; both open until drop-keys',
    run: () => runKeyCommand('rotate-keys', readEnvironment(), { log: makeLogger('error'), print }),
  },
  'drop-keys': {
    usage: 'drop-keys',
    options: {},
    summary: "drops the vault's older keys, once nothing is sealed under them",
    run: () => runKeyCommand('drop-keys', readEnvironment(), { log: makeLogger('error'), print }),
  },
};

function readJournals(args: string[]): AskedJournals {
  const { values } = parseArgs({ args, options: JOURNALS, strict: false });
  if (values['without-erasures'] === true) return 'none';
  return values.erasures?.filter(path => typeof path === 'string') ?? 'usual';
}

function readFolder(args: string[], option: 'to' | 'from'): string {
  const { values } = parseArgs({ args, options: { [option]: { type: 'string' } }, strict: false });
  const folder = values[option];
  if (typeof folder === 'string' && folder !== '') return folder;
  throw new UsageError(`Name it by --${option}: npm run wayveil ${COMMANDS[name]?.usage}`);
}

const EXPECTED = [SettingsError, NoDataError, BackupError, JournalError, FolderInUseError, UsageError];

const [name = '', ...args] = process.argv.slice(2);
const unknown = findUnknown(COMMANDS, process.argv.slice(2));
const command = COMMANDS[name];
if (unknown === null && command) {
  command.run(args).then(
    well => process.exit(well ? 0 : 1),
    (fault: unknown) => {
      const expected = EXPECTED.some(kind => fault instanceof kind);
      console.error(expected && fault instanceof Error ? fault.message : fault);
      process.exit(1);
    },
  );
} else {
  print(unknown ?? '');
  process.exit(1);
}
