import { makeLogger } from './app/make-logger.ts';
import { runDoctor } from './operators/doctor.ts';
import { readEnvironment, SettingsError } from './settings/environment.ts';
import { NoDataError } from './storage/attach-storage.ts';

const print = (line: string) => process.stdout.write(`${line}\n`);

/** Commands beside the server; each returns whether all is well. */
const COMMANDS: Record<string, { summary: string; run: (args: string[]) => Promise<boolean> }> = {
  doctor: {
    summary: 'looks over books, queues, vault and log, and says what is wrong',
    run: () => runDoctor(readEnvironment(), { log: makeLogger('error'), print }),
  },
};

const [name = '', ...args] = process.argv.slice(2);
const command = COMMANDS[name];
if (command) {
  command.run(args).then(
    well => process.exit(well ? 0 : 1),
    (fault: unknown) => {
      const told = fault instanceof SettingsError || fault instanceof NoDataError;
      console.error(told ? fault.message : fault);
      process.exit(1);
    },
  );
} else {
  const lines = Object.entries(COMMANDS).map(([key, { summary }]) => `  npm run wayveil ${key}: ${summary}`);
  print(['Say which command:', ...lines].join('\n'));
  process.exit(1);
}
