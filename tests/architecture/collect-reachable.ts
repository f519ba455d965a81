import { readImports, type SourceFile } from './repository.ts';

/** Every file that `start` imports, directly or through others; types that are erased do not count. */
export function collectReachable(sources: readonly SourceFile[], start: string): string[] {
  const byPath = new Map(sources.map(source => [source.path, source]));
  const seen = new Set<string>();
  const queue = [start];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    const source = byPath.get(path);
    if (!source || seen.has(path)) continue;
    seen.add(path);
    const withoutTypes = source.text.replace(/(?:^|\n)\s*(?:import|export) type [^;]*;/g, '\n');
    queue.push(...readImports(path, withoutTypes));
  }
  return [...seen];
}
