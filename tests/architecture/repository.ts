import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** One source file of the repository. `path` is relative to its root. */
export interface SourceFile {
  path: string;
  text: string;
  /** What it imports: repository paths where they are ours, package names otherwise. */
  imports: string[];
}

const ALIASES: Record<string, string> = {
  '#shared/': 'shared/',
  '#server/': 'wallet-server/',
  '#extension/': 'extension/',
  '#tests/': 'tests/',
};

/** All files that git tracks or would track. */
export function listFiles(): string[] {
  const output = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  });
  return output.split('\n').filter(path => path !== '' && existsSync(path));
}

/** Every TypeScript file, with what it imports. */
export function readSources(): SourceFile[] {
  return listFiles()
    .filter(path => /\.tsx?$/.test(path))
    .map(path => {
      const text = readFileSync(path, 'utf8');
      return { path, text, imports: readImports(path, text) };
    });
}

/** Specifiers of `import`, `export … from` and dynamic `import()`; paths are resolved to the repository's root. */
export function readImports(path: string, text: string): string[] {
  const pattern =
    /(?:^|\n)\s*(?:import|export)\s[^;'"]*?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]/g;
  return [...text.matchAll(pattern)].map(match =>
    resolveImport(path, match[1] ?? match[2] ?? match[3] ?? ''),
  );
}

function resolveImport(path: string, specifier: string): string {
  for (const [alias, folder] of Object.entries(ALIASES)) {
    if (specifier.startsWith(alias)) return folder + specifier.slice(alias.length);
  }
  return specifier.startsWith('.') ? normalize(join(dirname(path), specifier)) : specifier;
}

/** Whether `path` is a test or stands only beside tests. */
export function isTest(path: string): boolean {
  return /\.(test|spec)\.tsx?$/.test(path) || path.startsWith('tests/');
}
