import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { INNER_NAMES, SHORT_NAMES } from '#extension/inner-names.ts';
import { PAGE_SCRIPTS } from '#extension/minify-page-scripts.ts';
import { collectReachable } from './collect-reachable.ts';
import { type PropertyNames, readPropertyNames } from './property-names.ts';
import { isTest, readSources } from './repository.ts';

const sources = readSources();
const inPages = PAGE_SCRIPTS.flatMap(name =>
  collectReachable(sources, `extension/entrypoints/${name.replace('.js', '.ts')}`),
);
const pageSide = readAll(sources.filter(({ path }) => inPages.includes(path)));
const messages = readAll(
  sources.filter(({ path }) => path.startsWith('extension/messages/') && !isTest(path)),
);
const platform = readAll(listDeclarations().map(path => ({ path, text: readFileSync(path, 'utf8') })));

// A name that fails here goes out of the list, or gets another in the code.
describe('a name that is shortened in what is put into pages', () => {
  test('is one of ours: no browser has it, as a property, an option or a style', () => {
    expect(INNER_NAMES.filter(name => platform.properties.has(name))).toEqual([]);
    expect(platform.properties.size).toBeGreaterThan(5000);
  });

  test('is no part of a message, which the background reads unshortened', () => {
    expect(INNER_NAMES.filter(name => messages.properties.has(name))).toEqual([]);
    expect(messages.properties).toContain('fieldKey');
  });

  test('is no key of data, and no text that could become one', () => {
    expect(INNER_NAMES.filter(name => pageSide.texts.has(name) || pageSide.keys.has(name))).toEqual([]);
    expect(pageSide.keys).toContain('zip');
  });

  test('is said once in the list, and by the code', () => {
    expect(new Set(INNER_NAMES).size).toBe(INNER_NAMES.length);
    expect(INNER_NAMES.filter(name => !pageSide.properties.has(name))).toEqual([]);
  });

  test('gets a name that nothing else there has', () => {
    const shorts = [...SHORT_NAMES.values()];
    expect(new Set(shorts).size).toBe(INNER_NAMES.length);
    expect(shorts.filter(short => pageSide.properties.has(short))).toEqual([]);
    expect(shorts.filter(short => messages.properties.has(short))).toEqual([]);
  });
});

function readAll(files: readonly { path: string; text: string }[]): PropertyNames {
  const all: PropertyNames = { properties: new Set(), texts: new Set(), keys: new Set() };
  for (const { path, text } of files) {
    const names = readPropertyNames(path, text);
    for (const part of ['properties', 'texts', 'keys'] as const) {
      for (const name of names[part]) all[part].add(name);
    }
  }
  return all;
}

/** What the compiler knows of the language, the browser and its extensions. */
function listDeclarations(): string[] {
  const { resolve } = createRequire(import.meta.url);
  const compiler = createRequire(resolve('typescript/package.json'));
  const program = compiler.resolve(`@typescript/typescript-${process.platform}-${process.arch}/package.json`);
  const extensions = dirname(resolve('@types/webextension-polyfill/package.json'));
  const folders = [join(dirname(program), 'lib'), extensions, join(extensions, 'namespaces')];
  return folders.flatMap(folder =>
    readdirSync(folder)
      .filter(name => name.endsWith('.d.ts'))
      .map(name => join(folder, name)),
  );
}
