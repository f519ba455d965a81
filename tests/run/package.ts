import { readdirSync, statSync } from 'node:fs';
import { runStep } from './step.ts';

/**
 * Makes the store archives of both browsers below `.output/` and lints what Firefox gets, warnings counted as errors.
 * `WAYVEIL_SERVER_ORIGIN` names the wallet server that they are for.
 */
const packed =
  runStep({ name: 'Chrome', command: 'wxt', arguments: ['zip', '-b', 'chrome'] }) &&
  runStep({ name: 'Firefox', command: 'wxt', arguments: ['zip', '-b', 'firefox'] }) &&
  runStep({
    name: 'web-ext lint',
    command: 'web-ext',
    arguments: [
      ...['lint', '--source-dir', '.output/firefox-mv3', '--no-config-discovery'],
      '--warnings-as-errors',
    ],
  });
if (packed) {
  for (const file of readdirSync('.output').filter(name => name.endsWith('.zip'))) {
    console.log(`.output/${file}  ${Math.round(statSync(`.output/${file}`).size / 1024)} kB`);
  }
} else process.exitCode = 1;
