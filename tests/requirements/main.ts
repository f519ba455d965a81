import { reportRequirements } from './report.ts';
import { readResults } from './results.ts';

/** `npm run requirements`: what the last test run shows of each requirement. */
const results = readResults('reports');
if (results.length === 0)
  console.error('No test run was found: run `npm test` first. Every requirement counts as open.');
for (const line of reportRequirements(results)) console.log(line);
