import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';
import type { Rule } from './detect/rules/rule.ts';

const RULES = /\/detect\/rules\/(?!match-)[a-z]+-rules\.ts$/;

/**
 * Which language a phrase is of helps those who write the rules, and nobody at run time: in the build each rule has
 * its phrases once, those of people and those of developers.
 */
export function packRules(): Plugin {
  return {
    name: 'wayveil-pack-rules',
    enforce: 'pre',
    async load(id) {
      if (!RULES.test(id)) return null;
      this.addWatchFile(id);
      const rules: Record<string, Rule[]> = await import(`${pathToFileURL(id).href}?at=${Date.now()}`);
      const lines = Object.entries(rules).map(
        ([name, list]) => `export const ${name} = ${JSON.stringify(list.map(packRule))};`,
      );
      return lines.join('\n');
    },
  };
}

/** The rule with the phrases of all languages under `en`, each once. */
export function packRule({ words, ...rule }: Rule): Rule {
  const { code, ...spoken } = words;
  const phrases = [...new Set(Object.values(spoken).flatMap(list => list.split('|')))];
  return {
    ...rule,
    words: { ...(phrases.length > 0 && { en: phrases.join('|') }), ...(code !== undefined && { code }) },
  };
}
