import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { PACKED_LEXICONS } from '#extension/detect/rules/packed-lexicon.ts';
import { RUN_WHOLE } from '#extension/minify-page-scripts.ts';
import { measureGzipped } from '#tests/bench/measure-gzipped.ts';
import { DETECTING_SCRIPTS } from '#tests/bench/measure-sizes.ts';

/** What a checkout page loads of ours before its owner asks for anything: detection with all it knows. */
const MOST_BYTES = 40_000;

for (const build of ['chrome-mv3', 'firefox-mv3']) {
  test(`${build}: what waits and detects in a page is at most 40 kB, each script gzipped by zlib or GNU gzip`, () => {
    const sizes = DETECTING_SCRIPTS.map(name => measureGzipped(readFileSync(join('.output', build, name))));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(MOST_BYTES);
  });

  test(`${build}: what fills takes the words of detection from the script that brought them`, () => {
    const [, , slots = ''] = PACKED_LEXICONS.prose.split(' ');
    const holds = (name: string): boolean =>
      readFileSync(join('.output', build, name), 'utf8').includes(slots.slice(0, 100));
    expect([holds('lexicon.js'), holds('detect.js'), holds('fill.js')]).toEqual([true, false, false]);
  });

  // V8 compiles a function in parentheses at once; without them all of it is read twice, and runs at half the pace.
  // The functions inside follow where the script says so.
  test(`${build}: what detects is compiled as it is read`, () => {
    const read = (name: string): string => readFileSync(join('.output', build, name), 'utf8');
    for (const name of DETECTING_SCRIPTS)
      expect(read(name).replace(RUN_WHOLE, ''), name).toMatch(/^\((?:function|\(\)=>)/);
    expect(read('detect.js').startsWith(RUN_WHOLE)).toBe(true);
  });
}
