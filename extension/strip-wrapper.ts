import type { Plugin } from 'vite';

const WRAPPER = /virtual:wxt-unlisted-script-entrypoint\?(.+)$/;

/**
 * Starts the scripts that are put into pages without WXT's wrapper, which starts plug-ins that we have none of and
 * names errors in development only: half a kilobyte in every page. Fails where a new version's does something else.
 */
export function stripWrapper(): Plugin {
  return {
    name: 'wayveil-strip-wrapper',
    transform(code, id) {
      const entry = WRAPPER.exec(id)?.[1];
      if (entry === undefined) return null;
      if (!/result = definition\.main\(\);/.test(code))
        throw new Error(`${id} starts its script in a new way`);
      return {
        code: `import definition from ${JSON.stringify(entry)};\nexport default definition.main();\n`,
        map: null,
      };
    },
  };
}
