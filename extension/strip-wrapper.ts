import type { Plugin } from 'vite';

const WRAPPER = /virtual:wxt-unlisted-script-entrypoint\?(.+)$/;
const DEFINE = /\/wxt\/dist\/utils\/define-unlisted-script\.mjs$/;

/**
 * Starts the scripts that are put into pages without WXT's wrapper, which starts plug-ins that we have none of and
 * names errors in development only, and without the object that a script's one function stands in: half a kilobyte in
 * every page. Fails where a new version's do something else.
 */
export function stripWrapper(): Plugin {
  return {
    name: 'wayveil-strip-wrapper',
    transform(code, id) {
      if (DEFINE.test(id)) {
        if (!/typeof arg === "function"\) return \{ main: arg \};/.test(code))
          throw new Error(`${id} defines a script in a new way`);
        return { code: 'export const defineUnlistedScript = main => main;\n', map: null };
      }
      const entry = WRAPPER.exec(id)?.[1];
      if (entry === undefined) return null;
      if (!/result = definition\.main\(\);/.test(code))
        throw new Error(`${id} starts its script in a new way`);
      return {
        code: `import definition from ${JSON.stringify(entry)};\nexport default definition();\n`,
        map: null,
      };
    },
  };
}
