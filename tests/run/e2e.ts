import { ensureBrowser } from '../setup/browsers.ts';
import { runStep } from './step.ts';

/** Builds what the browsers load, then runs the end-to-end tests; arguments go to Playwright. */
ensureBrowser('chromium');
ensureBrowser('firefox');
const built =
  runStep({ name: 'build', command: 'npm', arguments: ['run', '--silent', 'build'] }) &&
  runStep({ name: 'end to end', command: 'playwright', arguments: ['test', ...process.argv.slice(2)] });
if (!built) process.exitCode = 1;
