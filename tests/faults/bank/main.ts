import { parseArgs } from 'node:util';
import { runBank } from './run-bank.ts';

const { values } = parseArgs({
  options: {
    servers: { type: 'string', default: '3' },
    callers: { type: 'string', default: '64' },
    lives: { type: 'string', default: '20' },
    seed: { type: 'string' },
    'no-failover': { type: 'boolean', default: false },
  },
});
const print = (line: string) => process.stdout.write(`${line}\n`);
const settings = {
  ...{
    servers: Number(values.servers),
    callers: Number(values.callers),
    livesPerCaller: Number(values.lives),
  },
  ...{ failOver: !values['no-failover'], seed: Number(values.seed ?? Date.now() % 2 ** 31) },
};
print(`${settings.callers} callers, ${settings.servers} servers, seed ${settings.seed}`);
try {
  const { lives, reads, did } = await runBank(settings);
  const network = `${did.lost} calls lost, ${did.unanswered} unanswered, ${did.doubled} doubled, ${did.late} late`;
  print(`${lives} purchases lived, ${reads} reads of all balances, all the same; ${network}; nothing lost`);
} catch (fault) {
  print(fault instanceof Error ? fault.message : String(fault));
  process.exitCode = 1;
}
