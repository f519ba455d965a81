import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { collectReachable } from './collect-reachable.ts';
import { GATES } from './gates.ts';
import { findLayer, TRUSTED_FOLDERS } from './layers.ts';
import { isTest, listFiles, readImports, readSources } from './repository.ts';

const files = listFiles();
const sources = readSources();
const code = sources.filter(source => !isTest(source.path));

const TOP_FOLDERS = ['extension', 'wallet-server', 'shared', 'tests'];
const TOP_LEVEL = [...TOP_FOLDERS, '.ci'];
const MAX_LINES = 300;

describe('what imports what', () => {
  test('each folder imports only what its layer allows', () => {
    const broken = code.flatMap(({ path, imports }) => {
      const layer = findLayer(path);
      if (!layer) return [];
      return imports
        .filter(target => TOP_FOLDERS.some(folder => target.startsWith(`${folder}/`)))
        .filter(target => ![layer.folder, ...layer.mayImport].some(folder => target.startsWith(`${folder}/`)))
        .map(target => `${path} imports ${target}: ${layer.because}.`);
    });
    expect(broken).toEqual([]);
  });

  test('nothing that ships imports a test', () => {
    const broken = code.filter(({ imports }) => imports.some(target => isTest(target)));
    expect(
      broken.map(({ path }) => `${path} imports a test or a fake: move what it needs beside it.`),
    ).toEqual([]);
  });

  test('the content script reaches no trusted folder, however far the imports go', () => {
    const trusted = TRUSTED_FOLDERS.map(folder => `extension/${folder}/`);
    const reached = ['page', 'lexicon', 'detect', 'fill', 'marker', 'card', 'copy-form'].flatMap(name =>
      collectReachable(sources, `extension/entrypoints/${name}.ts`),
    );
    const broken = reached.filter(path => trusted.some(folder => path.startsWith(folder)));
    expect(
      broken.map(path => `The content script reaches ${path}: secrets never enter a page's process.`),
    ).toEqual([]);
  });

  test('an import is read in each of its forms', () => {
    const text =
      "import a from './a.ts';\nimport './b.css';\nexport { c } from '#shared/c.ts';\nconst d = import('d');\n";
    expect(readImports('extension/ui/x.ts', text)).toEqual([
      'extension/ui/a.ts',
      'extension/ui/b.css',
      'shared/c.ts',
      'd',
    ]);
  });
});

describe('one gate per capability', () => {
  test.each(GATES)(
    'only its gate may $capability ($within)',
    ({ capability, pattern, within, files: gates }) => {
      const broken = code
        .filter(
          ({ path }) =>
            path.startsWith(within) && !path.startsWith('wallet-server/console/') && !gates.includes(path),
        )
        .filter(({ text }) => pattern.test(text));
      expect(broken.map(({ path }) => `${path} may not ${capability}: ask ${gates.join(' or ')}.`)).toEqual(
        [],
      );
    },
  );
});

describe('files', () => {
  test('the top level is the fixed one', () => {
    const folders = new Set(
      files.filter(path => path.includes('/')).map(path => path.slice(0, path.indexOf('/'))),
    );
    const extra = [...folders].filter(folder => !TOP_LEVEL.includes(folder));
    expect(
      extra.map(folder => `${folder}/ is not of the top level: move it into one of ${TOP_LEVEL.join(', ')}.`),
    ).toEqual([]);
  });

  test('no file passes 300 lines', () => {
    const long = sources.filter(({ text }) => text.split('\n').length - 1 > MAX_LINES);
    expect(
      long.map(({ path }) => `${path} passes ${MAX_LINES} lines: split it where one thing ends.`),
    ).toEqual([]);
  });

  test('no file or folder is a drawer', () => {
    const drawers = files.filter(
      path =>
        /(^|\/)(utils?|helpers?|misc|common|manager)s?(\/|\.|$)/i.test(path) || /-manager\.tsx?$/.test(path),
    );
    expect(drawers.map(path => `${path}: name it after the one thing it holds.`)).toEqual([]);
  });

  test('each top-level folder says what lives in it', () => {
    const silent = TOP_FOLDERS.filter(folder => !existsSync(`${folder}/README.md`));
    expect(silent.map(folder => `${folder}/ has no README.md`)).toEqual([]);
  });

  test('nothing lets go of types or tests', () => {
    const rules = [
      [/@ts-(ignore|nocheck|expect-error)/, 'silences the compiler'],
      [/\b(it|test|describe)\.(only|todo|fixme)\b/, 'has a test that stands alone or waits'],
      [/\bas unknown as\b/, 'forces a type'],
      [/\bexport default (?!define|function main)/, 'has a default export'],
    ] as const;
    const broken = sources
      .filter(
        ({ path }) =>
          !/(\.config\.ts|^extension\/entrypoints\/|^tests\/architecture\/|^tests\/shops\/)/.test(path),
      )
      .flatMap(({ path, text }) =>
        rules.filter(([pattern]) => pattern.test(text)).map(([, what]) => `${path} ${what}.`),
      );
    expect(broken).toEqual([]);
  });

  test('languages are listed once', () => {
    const broken = sources.filter(
      ({ path, text }) =>
        path !== 'shared/api/locale.ts' &&
        !path.startsWith('tests/architecture/') &&
        /'en'\s*[,|]\s*'ko'\s*[,|]\s*'ja'/.test(text),
    );
    expect(broken.map(({ path }) => `${path} lists languages: ask shared/api/locale.ts.`)).toEqual([]);
  });

  test('no tracked file names a path of one machine', () => {
    const broken = files
      .filter(
        path =>
          !path.startsWith('tests/architecture/') &&
          /\.(tsx?|json|md|css|html|sql|sh)$|\/run$/.test(path) &&
          path !== 'package-lock.json',
      )
      .filter(path => /["'`\s(]\/(work|root|home\/\w+)\/[a-z]/.test(readFileSync(path, 'utf8')));
    expect(broken.map(path => `${path} names a path of one machine.`)).toEqual([]);
  });
});

describe('the database', () => {
  test.each(['directory', 'vault'])('migrations of %s have numbers of their own', database => {
    const numbers = files
      .filter(path => path.startsWith(`wallet-server/storage/migrations/${database}/`))
      .map(path => path.split('/').at(-1)?.slice(0, 4));
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});
